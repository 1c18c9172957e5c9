#!/usr/bin/env python3
"""Checks an unpacked evidence bundle: python3 check.py [VERIFIER-KEY ...]

Needs Python 3.8 and, for the signatures, OpenSSL 3; nothing of the ledger, and no network. Read it: it is short.
It ends with 0 if all is as it should be, with 1 if not, with 2 if the signatures could not be looked at.
"""
import base64
import hashlib
import json
import os
import struct
import subprocess
import sys
import tempfile

BASE = os.path.dirname(os.path.abspath(__file__))
flaws = []


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def read(name):
    with open(os.path.join(BASE, name), "rb") as file:
        return file.read()


def expect(right, name, what):
    if not right:
        flaws.append(name)
        print("WRONG", name + ":", what)


# 1. The checkpoint: origin, size and root, an empty line, signatures.
note = read("checkpoint").decode()
text, _, signatures = note.rpartition("\n\n")
text += "\n"
origin, size, root = text.split("\n")[:3]
size, root = int(size), base64.b64decode(root)
print("checkpoint of", origin + ":", size, "entries, root", base64.b64encode(root).decode())


# 2. Each event against its leaf.
def check_event(position, leaf):
    name = "events/%d.json" % position
    event = json.loads(read(name))
    payload = base64.b64decode(event["payloadBase64"])
    metadata = base64.b64decode(event["metadataBase64"])
    commit = sha256(bytes.fromhex(event["salt"]), struct.pack(">I", len(payload)), payload, metadata).hex()
    computed = {
        "aggId": event["pseudonym"], "aggSeq": event["sequence"], "aggType": event["streamType"], "commit": commit,
        "eventId": event["eventId"], "occurredAt": event["occurredAt"], "prevAgg": event["prevAgg"],
        "recordedAt": event["recordedAt"], "schemaRev": event["revision"], "seq": event["position"],
        "tenant": event["tenant"], "type": event["type"], "v": 1,
    }
    canonical = json.dumps(computed, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    expect(canonical == leaf, name, "its leaf says otherwise")
    for shown, stored in (("payload", payload), ("metadata", metadata)):
        if event[shown] is not None:
            expect(event[shown] == json.loads(stored), name, shown + " is not what the stored bytes say")
    return event


# 3. Each event against its stream: leaves name that by a pseudonym, which the salt of its first event shows.
def check_streams(events):
    salts = {event["pseudonym"]: bytes.fromhex(event["salt"]) for event in events if event["sequence"] == 0}
    for event in events:
        if event["pseudonym"] in salts:
            pseudonym = sha256(salts[event["pseudonym"]], event["streamId"].encode()).hex()
            expect(pseudonym == event["pseudonym"], "events/%d.json" % event["position"],
                   "is of another stream than %r" % event["streamId"])
    for stream in sorted({event["streamId"] for event in events if event["pseudonym"] not in salts}):
        print("Not vouched for: which events are of %r, since the first of that stream is not here." % stream)


# 4. Each leaf against the root: RFC 6962, proof as RFC 9162 section 2.1.3.2.
def root_from(leaf, index, hashes):
    node, last = sha256(b"\0", leaf), size - 1
    for sibling in hashes:
        if last == 0:
            return None
        if index % 2 == 1 or index == last:
            node = sha256(b"\1", sibling, node)
            while index % 2 == 0 and index != 0:
                index, last = index >> 1, last >> 1
        else:
            node = sha256(b"\1", node, sibling)
        index, last = index >> 1, last >> 1
    return node if last == 0 else None


def check_proof(position, leaf):
    name = "proofs/%d.tlog-proof" % position
    head, _, checkpoint = read(name).decode().partition("\n\n")
    lines = [line for line in head.split("\n") if not line.startswith("extra ")]
    expect(lines[0] == "c2sp.org/tlog-proof@v1" and lines[1] == "index %d" % position, name, "is of another entry")
    expect(checkpoint == note, name, "leads to another checkpoint")
    found = root_from(leaf, position, [base64.b64decode(line) for line in lines[2:]])
    expect(position < size and found == root, name, "does not lead to the root")


events = []
positions = sorted(int(name[:-5]) for name in os.listdir(os.path.join(BASE, "leaves")))
listed = json.loads(read("bundle.json"))
expect(sorted(listed["positions"]) == positions, "leaves", "are not those that bundle.json lists")
for position in positions:
    leaf = read("leaves/%d.json" % position)
    expect(json.loads(leaf)["seq"] == position, "leaves/%d.json" % position, "is of another position")
    if listed["disclosed"]:
        events.append(check_event(position, leaf))
    check_proof(position, leaf)
check_streams(events)
print(len(positions), "events held against their leaves and the root")


# 5. The signatures (c2sp.org/signed-note; 01 is a log's, 04 a witness's, SM2 a log's by GB/T 32918), with OpenSSL.
SM2 = b"\xffsm2-sm3.service-record-ledger"
SM2_IN_BASE64 = "+" + base64.b64encode(SM2).decode()
ED25519_HEAD = "302a300506032b6570032100"
SM2_HEAD = "3059301306072a8648ce3d020106082a811ccf5501822d034200"
SM2_OPTIONS = ["-digest", "sm3", "-pkeyopt", "distid:1234567812345678"]


def openssl(arguments, place=None):
    try:
        return subprocess.run(["openssl"] + arguments, cwd=place, capture_output=True)
    except FileNotFoundError:
        print("OpenSSL is not installed: the signatures were not looked at")
        sys.exit(1 if flaws else 2)


def is_signed(head, key, message, signature, options):
    pem = base64.encodebytes(bytes.fromhex(head) + key).decode()
    with tempfile.TemporaryDirectory() as place:
        for name, content in (("key", "-----BEGIN PUBLIC KEY-----\n%s-----END PUBLIC KEY-----\n" % pem),
                              ("message", message), ("signature", signature)):
            with open(os.path.join(place, name), "wb") as file:
                file.write(content.encode() if isinstance(content, str) else content)
        done = openssl(["pkeyutl", "-verify", "-pubin", "-inkey", "key", "-rawin", "-in", "message",
                        "-sigfile", "signature"] + options, place)
    return done.returncode == 0


given = sys.argv[1:]
inside = [line for line in read("keys.txt").decode().split("\n") if line]
beside = [line for line in inside if SM2_IN_BASE64 in line and line not in given]
keys = given + beside if given else inside
signed_by_log = False
for vkey in keys:
    name, key_id, typed = vkey.split("+", 2)
    typed = base64.b64decode(typed)
    expect(sha256(name.encode(), b"\n", typed)[:4].hex() == key_id, "key " + name, "has another id")
    is_sm2 = typed.startswith(SM2)
    if typed[0] not in (1, 4) and not is_sm2:
        print("passed over, a key of a kind of its own:", name)
        continue
    if is_sm2 and b"SM2" not in openssl(["list", "-public-key-algorithms"]).stdout.upper():
        print("passed over, since this OpenSSL knows no SM2:", vkey)
        continue
    signed = False
    for line in signatures.split("\n"):
        if line.startswith("\u2014 " + name + " ") and base64.b64decode(line.split(" ")[2])[:4].hex() == key_id:
            signature, message = base64.b64decode(line.split(" ")[2])[4:], text
            if typed[0] == 4:
                message = "cosignature/v1\ntime %d\n%s" % (struct.unpack(">Q", signature[:8])[0], text)
                signature = signature[8:]
            if is_sm2:
                signed = is_signed(SM2_HEAD, typed[len(SM2):], message.encode(), signature, SM2_OPTIONS)
            else:
                signed = is_signed(ED25519_HEAD, typed[1:], message.encode(), signature, [])
            expect(signed, "checkpoint", "the signature of %s is wrong" % vkey)
    print(("signed by " if signed else "not signed by ") + vkey)
    signed_by_log = signed_by_log or (signed and typed[0] != 4 and vkey not in beside and name == origin)
    expect(signed or not (given or is_sm2), "checkpoint", "is not signed by " + vkey)
expect(signed_by_log, "checkpoint", "is not signed by a key of " + origin)
if not given:
    print("TRUSTED: the keys inside the bundle. Compare them with those of the gazette, the hall or a witness.")
elif beside:
    print("Not vouched for: the SM2 key, which is inside the bundle alone.")

print("WRONG in %d places" % len(flaws) if flaws else "all is as it should be")
sys.exit(1 if flaws else 0)
