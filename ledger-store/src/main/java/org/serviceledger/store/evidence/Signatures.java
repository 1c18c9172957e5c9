package org.serviceledger.store.evidence;

import java.util.List;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.SignatureType;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.words.Message;

/** Verifies the signatures of a bundle's checkpoint. */
final class Signatures {

    private final List<BundleFinding> findings;
    private final List<Message> facts;

    Signatures(List<BundleFinding> findings, List<Message> facts) {
        this.findings = findings;
        this.facts = facts;
    }

    /**
     * Verifies the signatures and adds facts and findings.
     *
     * @param inside keys in the bundle
     * @param believed trust from outside the bundle; if it names any keys, those in the bundle are not trusted
     */
    void check(SignedNote note, Checkpoint checkpoint, List<VerifierKey> inside, Believed believed) {
        var trusted = believed.all();
        var known = trusted.isEmpty() ? inside : trusted;
        var ofTheLog = known.stream()
                .filter(key -> !isWitness(key) && key.name().equals(checkpoint.origin()))
                .toList();
        if (ofTheLog.isEmpty()) {
            found(Message.of(
                    "bundle.other-log", "origin", checkpoint.origin(), "count", known.size(), "known", names(known)));
            return;
        }
        try {
            note.signers(known);
        } catch (MalformedLog e) {
            found(e.why());
            return;
        }
        ofTheLog(note, ofTheLog);
        inside.stream()
                .filter(key -> key.type() == SignatureType.SM2 && key.name().equals(checkpoint.origin()))
                .filter(key -> !known.contains(key))
                .forEach(key -> beside(note, key));
        known.stream()
                .filter(Signatures::isWitness)
                .forEach(witness -> ofAWitness(note, witness, believed.keys().contains(witness)));
        if (!believed.policy().isSatisfiedBy(note)) {
            found(Message.of("bundle.policy"));
        }
        if (trusted.isEmpty()) {
            onTrust(known.getFirst());
        }
    }

    private void onTrust(VerifierKey inside) {
        facts.add(Message.of("bundle.trusted", "key", TerminalLines.one(inside.toString())));
    }

    /**
     * Requires a signature by one of the log's keys of each type. With several keys of a type, one may have replaced
     * another.
     */
    private void ofTheLog(SignedNote note, List<VerifierKey> keys) {
        for (var type : keys.stream().map(VerifierKey::type).distinct().toList()) {
            var ofThisType = keys.stream().filter(key -> key.type() == type).toList();
            var signed = ofThisType.stream().filter(key -> key.signed(note)).toList();
            if (signed.isEmpty()) {
                found(Message.of("bundle.unsigned", "key", ofThisType.getFirst()));
            }
            signed.forEach(key -> facts.add(Message.of("bundle.signed", "key", key)));
        }
    }

    /**
     * Checks the signature of a key that only the bundle names. The signature proves nothing. A missing or invalid one
     * is reported all the same; an invalid one means that the line was tampered with.
     */
    private void beside(SignedNote note, VerifierKey key) {
        if (key.signed(note)) {
            facts.add(Message.of("bundle.signed-beside", "key", key));
        } else if (key.signatures(note).isEmpty()) {
            found(Message.of("bundle.unsigned-beside", "key", key, "keys", BundleFiles.KEYS));
        } else {
            found(Message.of("bundle.wrong-signature", "key", key));
        }
    }

    /**
     * Checks a witness. A witness that the reader names by key must have cosigned; any other may have been unavailable.
     */
    private void ofAWitness(SignedNote note, VerifierKey witness, boolean wanted) {
        witness.signedAt(note)
                .ifPresentOrElse(
                        at -> facts.add(Message.of("bundle.cosigned", "witness", witness.name(), "at", at.toString())),
                        () -> {
                            if (wanted) {
                                found(Message.of("bundle.uncosigned", "key", witness));
                            } else {
                                facts.add(Message.of("bundle.absent-witness", "witness", witness.name()));
                            }
                        });
    }

    private static boolean isWitness(VerifierKey key) {
        return key.type() == SignatureType.COSIGNATURE;
    }

    private static List<String> names(List<VerifierKey> keys) {
        return keys.stream().map(VerifierKey::name).distinct().toList();
    }

    private void found(Message what) {
        findings.add(new BundleFinding(BundleFiles.CHECKPOINT, what));
    }
}
