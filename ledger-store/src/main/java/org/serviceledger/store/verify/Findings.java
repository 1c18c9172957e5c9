package org.serviceledger.store.verify;

import java.util.ArrayList;
import java.util.List;

/** Collects up to {@link Verification#MOST_FINDINGS} findings and counts the rest. Not thread-safe. */
final class Findings {

    private final List<Finding> kept = new ArrayList<>();
    private long further;

    void add(Finding finding) {
        if (kept.size() < Verification.MOST_FINDINGS) {
            kept.add(finding);
        } else {
            further++;
        }
    }

    List<Finding> kept() {
        return kept;
    }

    long further() {
        return further;
    }
}
