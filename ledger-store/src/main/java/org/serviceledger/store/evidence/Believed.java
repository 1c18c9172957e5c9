package org.serviceledger.store.evidence;

import java.util.List;
import java.util.stream.Stream;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.witness.KnownWitness;
import org.serviceledger.store.witness.WitnessPolicy;

/**
 * What somebody who checks a bundle has from elsewhere.
 *
 * @param keys of the log, and of witnesses who must have cosigned
 * @param policy which logs may have signed, and how many of which witnesses must have cosigned besides
 */
public record Believed(List<VerifierKey> keys, WitnessPolicy policy) {

    public Believed {
        keys = List.copyOf(keys);
    }

    /** Keys, and no policy. */
    public Believed(List<VerifierKey> keys) {
        this(keys, WitnessPolicy.NONE);
    }

    /** Every key it names, once. */
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
