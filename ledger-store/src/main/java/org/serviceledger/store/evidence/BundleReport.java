package org.serviceledger.store.evidence;

import java.util.List;
import org.serviceledger.words.Message;

/**
 * The result of verifying a bundle.
 *
 * @param facts what the check established, one message each
 * @param findings the problems found; empty if the bundle is sound
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
