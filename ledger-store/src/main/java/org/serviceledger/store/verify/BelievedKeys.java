package org.serviceledger.store.verify;

import java.util.List;
import java.util.Optional;
import org.serviceledger.store.log.KeyFlaw;
import org.serviceledger.store.log.LogKeys;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.verify.Finding.KeysUnsound;

/** The log keys in a ledger's database, checked against the trusted keys from outside. */
final class BelievedKeys {

    private final LogKeys keys;

    /**
     * Reports keys that are not linked to the key before them. A trusted key need not be endorsed by that key; it only
     * needs to have signed its own rotation statement.
     */
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

    /** Returns why the checkpoint lacks the log's required signature; empty if it has it. */
    Optional<KeyFlaw> flaw(SignedNote checkpoint) {
        return keys.flaw(checkpoint);
    }
}
