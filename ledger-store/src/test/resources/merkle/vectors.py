#!/usr/bin/env python3
"""Prints trees, proofs and tiles as JSON: python3 vectors.py

Written from the definitions of RFC 6962 §2.1 alone, recursively as they stand there, and from c2sp.org/tlog-tiles.
Proofs are in the form of transparency-dev/merkle's testdata. Whether a changed proof is wrong is decided by the
definitions too. Entry i of every tree is the text "entry i".
"""
import base64
import functools
import hashlib
import json
import sys

SMALL = range(1, 13)
LARGE = (255, 256, 257, 1000)
TILED = (1, 255, 256, 257, 65_536, 70_000)
TILE = 256
GARBAGE = hashlib.sha256(b"garbage").digest()

sys.setrecursionlimit(10_000)


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def split(n):
    """The largest power of two smaller than n."""
    k = 1
    while 2 * k < n:
        k *= 2
    return k


@functools.lru_cache(maxsize=None)
def mth(begin, end):
    """MTH(D[begin:end])"""
    n = end - begin
    if n == 0:
        return hashlib.sha256(b"").digest()
    if n == 1:
        return hashlib.sha256(b"\x00" + b"entry %d" % begin).digest()
    k = split(n)
    return node(mth(begin, begin + k), mth(begin + k, end))


def path(m, begin, end):
    """PATH(m, D[begin:end])"""
    n = end - begin
    if n == 1:
        return []
    k = split(n)
    if m < k:
        return path(m, begin, begin + k) + [mth(begin + k, end)]
    return path(m - k, begin + k, end) + [mth(begin, begin + k)]


def subproof(m, begin, end, known):
    """SUBPROOF(m, D[begin:end], known)"""
    n = end - begin
    if m == n:
        return [] if known else [mth(begin, end)]
    k = split(n)
    if m <= k:
        return subproof(m, begin, begin + k, known) + [mth(begin + k, end)]
    return subproof(m - k, begin + k, end, False) + [mth(begin, begin + k)]


class Wrong(Exception):
    pass


def root_by_path(m, n, leaf, hashes):
    """The MTH that a PATH(m, D[n]) leads to."""
    if n == 1:
        if hashes:
            raise Wrong()
        return leaf
    if not hashes:
        raise Wrong()
    k = split(n)
    if m < k:
        return node(root_by_path(m, k, leaf, hashes[:-1]), hashes[-1])
    return node(hashes[-1], root_by_path(m - k, n - k, leaf, hashes[:-1]))


def roots_by_subproof(m, n, known, root, hashes):
    """The MTHs of the first m and of all n that a SUBPROOF(m, D[n], known) leads to."""
    if m == n:
        if len(hashes) != (0 if known else 1):
            raise Wrong()
        return (root, root) if known else (hashes[0], hashes[0])
    if not hashes:
        raise Wrong()
    k = split(n)
    if m <= k:
        old, new = roots_by_subproof(m, k, known, root, hashes[:-1])
        return old, node(new, hashes[-1])
    old, new = roots_by_subproof(m - k, n - k, False, root, hashes[:-1])
    return node(hashes[-1], old), node(hashes[-1], new)


def is_wrong_inclusion(m, n, leaf, root, hashes):
    try:
        return not 0 <= m < n or root_by_path(m, n, leaf, hashes) != root
    except Wrong:
        return True


def is_wrong_consistency(m, n, old, new, hashes):
    try:
        return not 0 < m <= n or roots_by_subproof(m, n, True, old, hashes) != (old, new)
    except Wrong:
        return True


def changed_hashes(hashes, others):
    """The same list but for one change: (which change, list)."""
    for i, one in enumerate(hashes):
        yield "a hash is missing", hashes[:i] + hashes[i + 1:]
        yield "a bit is changed", hashes[:i] + [bytes([one[0] ^ 1 << i % 8]) + one[1:]] + hashes[i + 1:]
        yield "a hash stands there twice", hashes[:i] + [one] + hashes[i:]
    for i in range(len(hashes) - 1):
        yield "two hashes are swapped", hashes[:i] + [hashes[i + 1], hashes[i]] + hashes[i + 2:]
    for other in others:
        yield "a hash stands before", [other] + hashes
        yield "a hash stands behind", hashes + [other]
    yield "no hash is there", []


def inclusions(m, n):
    leaf, root, hashes = mth(m, m + 1), mth(0, n), path(m, 0, n)
    yield "happy path", m, n, leaf, root, hashes
    for other in (m ^ 1, m ^ 2, m - 1, m + 1, n, n - 1 - m):
        yield "another index", other, n, leaf, root, hashes
    for other in (0, n // 2, n - 1, n + 1, 2 * n):
        yield "another size", m, other, leaf, root, hashes
    yield "another leaf", m, n, GARBAGE, root, hashes
    yield "another leaf", m, n, mth(m + 1, m + 2), root, hashes
    for other in (GARBAGE, leaf, mth(0, 0), mth(0, n - 1), mth(0, n + 1)):
        yield "another root", m, n, leaf, other, hashes
    for change, others in changed_hashes(hashes, (GARBAGE, leaf, root)):
        yield change, m, n, leaf, root, others


def consistencies(m, n):
    old, new, hashes = mth(0, m), mth(0, n), subproof(m, 0, n, True)
    yield "happy path", m, n, old, new, hashes
    for other in (0, m - 1, m + 1, m ^ 1, n, n + 1):
        yield "another smaller size", other, n, old, new, hashes
    for other in (0, m - 1, n - 1, n + 1, n // 2, 2 * n):
        yield "another larger size", m, other, old, new, hashes
    yield "sizes are swapped", n, m, old, new, hashes
    yield "roots are swapped", m, n, new, old, hashes
    for other in (GARBAGE, mth(0, 0), mth(0, m - 1), mth(0, m + 1)):
        yield "another smaller root", m, n, other, new, hashes
    for other in (GARBAGE, mth(0, 0), mth(0, n - 1), mth(0, n + 1)):
        yield "another larger root", m, n, old, other, hashes
    for change, others in changed_hashes(hashes, (GARBAGE, old, new)):
        yield change, m, n, old, new, others


def cases(first):
    """Indices or sizes below, of every small tree and of some large ones: (m, n)."""
    for n in SMALL:
        for m in range(first, n + first):
            yield m, n
    for n in LARGE:
        for m in sorted({first, 1, 2, n // 3, n // 2, 127, 128, 129, n - 2, n - 1, n - 1 + first}):
            yield m, n


def tile_path(level, index, width):
    groups = ["%03d" % (index % 1000)]
    while index >= 1000:
        index //= 1000
        groups.insert(0, "x%03d" % (index % 1000))
    return "tile/%d/%s%s" % (level, "/".join(groups), "" if width == TILE else ".p/%d" % width)


def tiles(n):
    """Every tile of hashes of a log of n entries: its path and the digest of its bytes."""
    level, below = 0, 1  # entries below each hash of the level
    while n // below > 0:
        hashes = n // below
        for index in range((hashes + TILE - 1) // TILE):
            width = min(TILE, hashes - index * TILE)
            begin = index * TILE
            content = b"".join(mth(i * below, (i + 1) * below) for i in range(begin, begin + width))
            yield tile_path(level, index, width), hashlib.sha256(content).hexdigest()
        level, below = level + 1, below * TILE


def text(hash):
    return base64.b64encode(hash).decode()


def inclusion_vector(change, m, n, leaf, root, hashes):
    return {
        "leafIdx": m,
        "treeSize": n,
        "root": text(root),
        "leafHash": text(leaf),
        "proof": [text(hash) for hash in hashes],
        "desc": change,
        "wantErr": is_wrong_inclusion(m, n, leaf, root, hashes),
    }


def consistency_vector(change, m, n, old, new, hashes):
    return {
        "size1": m,
        "size2": n,
        "root1": text(old),
        "root2": text(new),
        "proof": [text(hash) for hash in hashes],
        "desc": change,
        "wantErr": is_wrong_consistency(m, n, old, new, hashes),
    }


sizes = sorted({0, *SMALL, *LARGE, *TILED})
json.dump(
    {
        "roots": {n: text(mth(0, n)) for n in sizes},
        "inclusion": [inclusion_vector(*changed) for m, n in cases(0) for changed in inclusions(m, n)],
        "consistency": [consistency_vector(*changed) for m, n in cases(1) for changed in consistencies(m, n)],
        "tiles": {n: dict(tiles(n)) for n in TILED},
    },
    sys.stdout,
)
