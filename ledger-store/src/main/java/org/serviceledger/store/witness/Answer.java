package org.serviceledger.store.witness;

import org.serviceledger.store.log.SignedNote;
import org.serviceledger.words.Message;

/** What a witness says to a checkpoint. */
public sealed interface Answer {

    /** It vouches for it, and remembers that it did. */
    record Cosigned(SignedNote.Signature signature) implements Answer {}

    /** It does not, and remembers what it remembered before. */
    sealed interface Refused extends Answer {

        /** In one line. */
        Message reason();
    }

    /** This was no request, or one that contradicts itself. */
    record Malformed(Message reason) implements Refused {}

    /** The witness was not told to trust such a log. */
    record UnknownLog(String origin) implements Refused {

        @Override
        public Message reason() {
            return Message.of("witness.unknown-log", "origin", origin);
        }
    }

    /** No key of the log the witness trusts signed the checkpoint, or one did not that is said to have. */
    record NotSigned(Message reason) implements Refused {}

    /** The log takes the witness to be elsewhere than it is. */
    record OtherSize(long size) implements Refused {

        @Override
        public Message reason() {
            return Message.of("witness.other-size", "size", size);
        }
    }

    /** The proof does not show that the checkpoint continues the one the witness remembers. */
    record NotContinued(Message reason) implements Refused {}

    /** The log signed two roots over as many entries: it shows different people different histories. */
    record Forked(SignedNote remembered, SignedNote shown, long size) implements Refused {

        @Override
        public Message reason() {
            return Message.of("witness.forked", "size", size);
        }
    }
}
