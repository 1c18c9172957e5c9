package org.serviceledger.store.witness;

import org.serviceledger.store.log.SignedNote;

/** What a witness says to a checkpoint. */
public sealed interface Answer {

    /** It vouches for it, and remembers that it did. */
    record Cosigned(SignedNote.Signature signature) implements Answer {}

    /** It does not, and remembers what it remembered before. */
    sealed interface Refused extends Answer {

        /** In one line. */
        String reason();
    }

    /** This was no request, or one that contradicts itself. */
    record Malformed(String reason) implements Refused {}

    /** The witness was not told to trust such a log. */
    record UnknownLog(String origin) implements Refused {

        @Override
        public String reason() {
            return "no log '%s' is trusted here".formatted(origin);
        }
    }

    /** No key of the log the witness trusts signed the checkpoint, or one did not that is said to have. */
    record NotSigned(String reason) implements Refused {}

    /** The log takes the witness to be elsewhere than it is. */
    record OtherSize(long size) implements Refused {

        @Override
        public String reason() {
            return "the last checkpoint cosigned here is of %d entries".formatted(size);
        }
    }

    /** The proof does not show that the checkpoint continues the one the witness remembers. */
    record NotContinued(String reason) implements Refused {}

    /** The log signed two roots over as many entries: it shows different people different histories. */
    record Forked(SignedNote remembered, SignedNote shown, long size) implements Refused {

        @Override
        public String reason() {
            return "another root over %d entries was signed by this log and cosigned here".formatted(size);
        }
    }
}
