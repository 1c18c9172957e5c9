package org.serviceledger.store.evidence;

import java.util.List;
import org.serviceledger.words.Message;

/**
 * What became of checking a bundle.
 *
 * @param facts what was established, a line each
 * @param findings what is wrong; nothing if it is sound
 */
public record BundleReport(List<Message> facts, List<BundleFinding> findings) {

    public BundleReport {
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
    }

    public boolean isSound() {
        return findings.isEmpty();
    }
}
