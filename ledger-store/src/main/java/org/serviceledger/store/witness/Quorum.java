package org.serviceledger.store.witness;

import java.util.Collection;
import java.util.List;
import org.serviceledger.store.log.VerifierKey;

/** The witnesses that must have cosigned a checkpoint before a reader accepts it. */
public sealed interface Quorum {

    boolean isReachedBy(Collection<VerifierKey> cosigners);

    /** No cosignature is required. */
    record None() implements Quorum {

        @Override
        public boolean isReachedBy(Collection<VerifierKey> cosigners) {
            return true;
        }
    }

    /** A single witness must have cosigned. */
    record One(KnownWitness witness) implements Quorum {

        @Override
        public boolean isReachedBy(Collection<VerifierKey> cosigners) {
            return cosigners.contains(witness.key());
        }
    }

    /** At least {@code threshold} of the members must be reached. */
    record Group(int threshold, List<Quorum> members) implements Quorum {

        public Group {
            members = List.copyOf(members);
        }

        @Override
        public boolean isReachedBy(Collection<VerifierKey> cosigners) {
            return members.stream()
                            .filter(member -> member.isReachedBy(cosigners))
                            .count()
                    >= threshold;
        }
    }
}
