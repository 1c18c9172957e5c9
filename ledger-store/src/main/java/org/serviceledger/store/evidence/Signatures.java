package org.serviceledger.store.evidence;

import java.util.List;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.SignatureType;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;

/** Who signed the checkpoint of a bundle, as far as the keys at hand tell. */
final class Signatures {

    private final List<BundleFinding> findings;
    private final List<String> facts;

    Signatures(List<BundleFinding> findings, List<String> facts) {
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
            found("is of the log %s, and there is no key of it: %s"
                    .formatted(
                            checkpoint.origin(),
                            known.isEmpty() ? "there is none at all" : "there is " + names(known)));
            return;
        }
        try {
            note.signers(known);
        } catch (MalformedLog e) {
            found(String.valueOf(e.getMessage()));
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
            found("is cosigned by fewer witnesses than the policy asks for");
        }
        if (trusted.isEmpty()) {
            onTrust(known.getFirst());
        }
    }

    private void onTrust(VerifierKey inside) {
        facts.add(
                "TRUSTED: the keys inside the bundle, since none was given with --vkey. Whoever forged a bundle would put"
                        + " a key of their own into it: compare " + TerminalLines.one(inside.toString())
                        + " with the key printed in the gazette, shown in the hall or kept by a witness");
    }

    /** Of each kind of keys one must have signed: of two, one may have taken over from the other. */
    private void ofTheLog(SignedNote note, List<VerifierKey> keys) {
        for (var type : keys.stream().map(VerifierKey::type).distinct().toList()) {
            var ofThisType = keys.stream().filter(key -> key.type() == type).toList();
            var signed = ofThisType.stream().filter(key -> key.signed(note)).toList();
            if (signed.isEmpty()) {
                found("is not signed with the key %s".formatted(ofThisType.getFirst()));
            }
            signed.forEach(key -> facts.add("signed by the log: " + key));
        }
    }

    /** Whose key is in the bundle alone: it vouches for nothing, but a line that is not of it was tampered with. */
    private void beside(SignedNote note, VerifierKey key) {
        if (key.signed(note)) {
            facts.add("signed in SM2 beside, with a key that is inside the bundle alone: " + key);
        } else if (key.signatures(note).isEmpty()) {
            found("is not signed with the key %s, as %s says".formatted(key, BundleFiles.KEYS));
        } else {
            found("the signature in the name of %s is wrong".formatted(key));
        }
    }

    /** A witness somebody names must have cosigned; one that the log names may have been away. */
    private void ofAWitness(SignedNote note, VerifierKey witness, boolean wanted) {
        witness.signedAt(note)
                .ifPresentOrElse(
                        at -> facts.add("cosigned by the witness %s at %s".formatted(witness.name(), at)), () -> {
                            if (wanted) {
                                found("is not cosigned with the key %s".formatted(witness));
                            } else {
                                facts.add("not cosigned by the witness %s".formatted(witness.name()));
                            }
                        });
    }

    private static boolean isWitness(VerifierKey key) {
        return key.type() == SignatureType.COSIGNATURE;
    }

    private static String names(List<VerifierKey> keys) {
        return String.join(", ", keys.stream().map(VerifierKey::name).distinct().toList());
    }

    private void found(String what) {
        findings.add(new BundleFinding(BundleFiles.CHECKPOINT, TerminalLines.one(what)));
    }
}
