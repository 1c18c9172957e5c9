package org.serviceledger.store.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;

/**
 * The content of an evidence bundle (证据包).
 *
 * @param subject what the bundle is about, such as the identifier of a record
 * @param page a self-contained HTML page for readers; empty if the events are not disclosed
 * @param positions positions of the events, sorted and without duplicates
 * @param excerpts streams of which the bundle does not have every event up to the last one shown
 * @param checkpoint a checkpoint that covers all positions; all proofs lead to it
 * @param keys keys of the log and its witnesses, according to the log
 */
public record EvidenceBundle(
        String subject,
        Optional<String> page,
        List<Long> positions,
        Set<String> excerpts,
        SignedNote checkpoint,
        List<VerifierKey> keys) {

    public EvidenceBundle {
        positions = List.copyOf(new TreeSet<>(positions));
        excerpts = Set.copyOf(excerpts);
        keys = List.copyOf(keys);
    }

    /** Returns whether the bundle has the events with their salts, and not only their leaves. */
    boolean isDisclosed() {
        return page.isPresent();
    }
}
