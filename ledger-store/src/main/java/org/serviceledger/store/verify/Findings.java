package org.serviceledger.store.verify;

import java.util.ArrayList;
import java.util.List;

/** What has been found so far, up to a number. For one thread. */
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
