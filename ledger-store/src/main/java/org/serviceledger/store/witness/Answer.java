package org.serviceledger.store.witness;

import org.serviceledger.store.log.SignedNote;
import org.serviceledger.words.Message;

/** A witness's answer to an {@link AddCheckpoint} request. */
public sealed interface Answer {

    /** The witness has cosigned the checkpoint and stored it as the latest. */
    record Cosigned(SignedNote.Signature signature) implements Answer {}

    /** The witness has not cosigned the checkpoint. Its latest checkpoint of the log is unchanged. */
    sealed interface Refused extends Answer {

        /** In one line. */
        Message reason();
    }

    /** This was no request, or one that contradicts itself. */
    record Malformed(Message reason) implements Refused {}

    /** The witness does not know the log. */
    record UnknownLog(String origin) implements Refused {

        @Override
        public Message reason() {
            return Message.of("witness.unknown-log", "origin", origin);
        }
    }

    /** No key of the log the witness trusts signed the checkpoint, or one did not that is said to have. */
    record NotSigned(Message reason) implements Refused {}

    /**
     * The request's old size differs from the size of the witness's latest checkpoint.
     *
     * @param size size of the witness's latest checkpoint; 0 if there is none
     */
    record OtherSize(long size) implements Refused {

        @Override
        public Message reason() {
            return Message.of("witness.other-size", "size", size);
        }
    }

    /** The proof does not show that the checkpoint continues the one the witness remembers. */
    record NotContinued(Message reason) implements Refused {}

    /**
     * The log has signed two different roots for the same size, so it shows different histories to different readers.
     *
     * @param remembered the checkpoint that the witness cosigned
     * @param shown the checkpoint in the request
     */
    record Forked(SignedNote remembered, SignedNote shown, long size) implements Refused {

        @Override
        public Message reason() {
            return Message.of("witness.forked", "size", size);
        }
    }
}
