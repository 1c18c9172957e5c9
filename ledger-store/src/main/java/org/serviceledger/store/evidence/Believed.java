package org.serviceledger.store.evidence;

import java.util.List;
import java.util.stream.Stream;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.witness.KnownWitness;
import org.serviceledger.store.witness.WitnessPolicy;

/**
 * The trusted keys and the policy with which a reader verifies a bundle, obtained from outside the bundle.
 *
 * @param keys keys of the log, and of witnesses that must have cosigned
 * @param policy the trusted logs, and the quorum of witnesses that must have cosigned in addition
 */
public record Believed(List<VerifierKey> keys, WitnessPolicy policy) {

    public Believed {
        keys = List.copyOf(keys);
    }

    /** Creates trust in keys alone, without a policy. */
    public Believed(List<VerifierKey> keys) {
        this(keys, WitnessPolicy.NONE);
    }

    /** Returns every key named here or in the policy, without duplicates. */
    List<VerifierKey> all() {
        return Stream.of(
                        keys.stream(),
                        policy.logs().stream(),
                        policy.witnesses().stream().map(KnownWitness::key))
                .flatMap(each -> each)
                .distinct()
                .toList();
    }
}
