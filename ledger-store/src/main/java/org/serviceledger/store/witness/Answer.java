package org.serviceledger.store.witness;

import org.serviceledger.store.log.SignedNote;

/** A witness's answer to an {@link AddCheckpoint} request. */
public sealed interface Answer {

    /** The witness has cosigned the checkpoint and stored it as the latest. */
    record Cosigned(SignedNote.Signature signature) implements Answer {}

    /** The witness has not cosigned the checkpoint. Its latest checkpoint of the log is unchanged. */
    sealed interface Refused extends Answer {

        /** Returns the reason in one line. */
        String reason();
    }

    /** The request is malformed or contradicts itself. */
    record Malformed(String reason) implements Refused {}

    /** The witness does not know the log. */
    record UnknownLog(String origin) implements Refused {

        @Override
        public String reason() {
            return "no log '%s' is trusted here".formatted(origin);
        }
    }

    /** No trusted key of the log signed the checkpoint, or a signature in the name of a trusted key is invalid. */
    record NotSigned(String reason) implements Refused {}

    /**
     * The request's old size differs from the size of the witness's latest checkpoint.
     *
     * @param size size of the witness's latest checkpoint; 0 if there is none
     */
    record OtherSize(long size) implements Refused {

        @Override
        public String reason() {
            return "the last checkpoint cosigned here is of %d entries".formatted(size);
        }
    }

    /** The proof does not show that the checkpoint is consistent with the witness's latest one. */
    record NotContinued(String reason) implements Refused {}

    /**
     * The log has signed two different roots for the same size, so it shows different histories to different readers.
     *
     * @param remembered the checkpoint that the witness cosigned
     * @param shown the checkpoint in the request
     */
    record Forked(SignedNote remembered, SignedNote shown, long size) implements Refused {

        @Override
        public String reason() {
            return "another root over %d entries was signed by this log and cosigned here".formatted(size);
        }
    }
}
