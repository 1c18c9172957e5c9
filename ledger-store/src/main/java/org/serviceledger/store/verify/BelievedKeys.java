package org.serviceledger.store.verify;

import java.util.List;
import java.util.Optional;
import org.serviceledger.store.log.KeyFlaw;
import org.serviceledger.store.log.LogKeys;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.verify.Finding.KeysUnsound;

/** The keys a ledger says it was signed with, as far as those known from outside vouch for them. */
final class BelievedKeys {

    private final LogKeys keys;

    /** Tells of keys that follow from no other; one known from outside only needs to say itself which it follows. */
    BelievedKeys(LogKeys keys, List<VerifierKey> known, Findings findings) {
        this.keys = keys;
        var tenures = keys.tenures();
        for (var tenure : tenures) {
            var flaw = known.contains(tenure.key()) ? keys.flawUnendorsed(tenure) : keys.flaw(tenure);
            flaw.ifPresent(found -> findings.add(new KeysUnsound.Unconnected(found)));
        }
        if (!known.isEmpty() && tenures.stream().noneMatch(tenure -> known.contains(tenure.key()))) {
            findings.add(new KeysUnsound.Unknown(known));
        }
    }

    /** Why a checkpoint is not the log's; empty if it is. */
    Optional<KeyFlaw> flaw(SignedNote checkpoint) {
        return keys.flaw(checkpoint);
    }
}
