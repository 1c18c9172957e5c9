package org.serviceledger.store.witness;

import java.util.List;
import java.util.Optional;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.MerkleProof;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.TreeHash;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.witness.Answer.Forked;
import org.serviceledger.store.witness.Answer.Malformed;
import org.serviceledger.store.witness.Answer.NotContinued;
import org.serviceledger.store.witness.Answer.NotSigned;
import org.serviceledger.store.witness.Answer.OtherSize;
import org.serviceledger.store.witness.Answer.Refused;
import org.serviceledger.words.Message;

/** The rules by which a witness accepts or refuses a request. Pure functions. */
final class WitnessRules {

    private WitnessRules() {}

    /**
     * Returns why the witness must not cosign the checkpoint; empty if it may.
     *
     * @param trusted trusted keys of the log
     * @param remembered the checkpoint that the witness cosigned last
     */
    static Optional<Refused> refusal(AddCheckpoint asked, List<VerifierKey> trusted, Optional<SignedNote> remembered) {
        try {
            if (asked.checkpoint().signers(trusted).isEmpty()) {
                return Optional.of(new NotSigned(Message.of("witness.not-signed", "origin", asked.origin())));
            }
        } catch (MalformedLog e) {
            return Optional.of(new NotSigned(e.why()));
        }
        try {
            return emptyWithAnotherRoot(asked.checkpoint())
                    ? Optional.of(new NotContinued(Message.of("witness.empty-root")))
                    : refusal(asked, Checkpoint.parse(asked.checkpoint().text()), remembered);
        } catch (MalformedLog e) {
            return Optional.of(new Malformed(e.why()));
        }
    }

    private static Optional<Refused> refusal(AddCheckpoint asked, Checkpoint next, Optional<SignedNote> remembered) {
        if (asked.oldSize() > next.size()) {
            return Optional.of(
                    new Malformed(Message.of("witness.not-larger", "size", next.size(), "old", asked.oldSize())));
        }
        var last = remembered
                .map(note -> Checkpoint.parse(note.text()))
                .orElseGet(() -> new Checkpoint(next.origin(), 0, TreeHash.EMPTY));
        if (asked.oldSize() != last.size()) {
            return Optional.of(new OtherSize(last.size()));
        }
        if (next.size() == last.size() && !next.root().equals(last.root())) {
            return Optional.of(new Forked(remembered.orElseThrow(), asked.checkpoint(), last.size()));
        }
        return flaw(asked, last, next).map(NotContinued::new);
    }

    private static Optional<Message> flaw(AddCheckpoint asked, Checkpoint last, Checkpoint next) {
        if (last.size() == 0) {
            return asked.proof().isEmpty() ? Optional.empty() : Optional.of(Message.of("witness.nothing-to-prove"));
        }
        return new MerkleProof.Consistency(last.size(), next.size(), asked.proof())
                .flaw(last.root(), next.root())
                .map(flaw -> Message.of((Record) flaw));
    }

    /**
     * Returns whether the checkpoint has size 0 and a root other than that of the empty tree. The specification does
     * not count this as malformed, so the witness refuses it as not consistent.
     */
    private static boolean emptyWithAnotherRoot(SignedNote note) {
        var lines = note.text().split("\n", -1);
        return lines.length > 2 && lines[1].equals("0") && !lines[2].equals(TreeHash.EMPTY.base64());
    }
}
