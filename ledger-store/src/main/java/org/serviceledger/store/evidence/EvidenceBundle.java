package org.serviceledger.store.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;

/**
 * What is put into one file as evidence (证据包).
 *
 * @param subject what it is about, such as the identifier of a record
 * @param page to read, HTML that needs nothing else; none where events are not disclosed
 * @param positions the events, each in it once
 * @param excerpts streams of which not every event is in it
 * @param checkpoint covers all of them; all proofs lead to it
 * @param keys of the log and its witnesses, as the log itself says
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

    /** With the events and their salts, or their leaves alone. */
    boolean isDisclosed() {
        return page.isPresent();
    }
}
