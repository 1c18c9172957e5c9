package org.serviceledger.store.witness;

import java.util.Collection;
import java.util.List;
import org.serviceledger.store.log.VerifierKey;

/** Which witnesses must have cosigned a checkpoint for it to count. */
public sealed interface Quorum {

    boolean isReachedBy(Collection<VerifierKey> cosigners);

    /** Nobody need have. */
    record None() implements Quorum {

        @Override
        public boolean isReachedBy(Collection<VerifierKey> cosigners) {
            return true;
        }
    }

    /** This one. */
    record One(KnownWitness witness) implements Quorum {

        @Override
        public boolean isReachedBy(Collection<VerifierKey> cosigners) {
            return cosigners.contains(witness.key());
        }
    }

    /** So many of these. */
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
