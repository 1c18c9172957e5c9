package org.serviceledger.projection.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** A cache of bounded size that evicts the least recently used document. */
final class RecentDocuments<D> extends LinkedHashMap<String, D> {

    private final int most;

    RecentDocuments(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, D> eldest) {
        return size() > most;
    }
}
