package org.serviceledger.store.evidence;

import java.util.List;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.SignatureType;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.words.Message;

/** Who signed the checkpoint of a bundle, as far as the keys at hand tell. */
final class Signatures {

    private final List<BundleFinding> findings;
    private final List<Message> facts;

    Signatures(List<BundleFinding> findings, List<Message> facts) {
        this.findings = findings;
        this.facts = facts;
    }

    /**
     * Holds the signatures against keys.
     *
     * @param inside the keys that came with the bundle
     * @param believed what came from elsewhere; if it names keys, those inside say nothing
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

    /** Of each kind of keys one must have signed: of two, one may have taken over from the other. */
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

    /** Whose key is in the bundle alone: it vouches for nothing, but a line that is not of it was tampered with. */
    private void beside(SignedNote note, VerifierKey key) {
        if (key.signed(note)) {
            facts.add(Message.of("bundle.signed-beside", "key", key));
        } else if (key.signatures(note).isEmpty()) {
            found(Message.of("bundle.unsigned-beside", "key", key, "keys", BundleFiles.KEYS));
        } else {
            found(Message.of("bundle.wrong-signature", "key", key));
        }
    }

    /** A witness somebody names must have cosigned; one that the log names may have been away. */
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
