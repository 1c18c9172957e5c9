package org.serviceledger.query.shared;

import java.util.Optional;

/** Whether Elasticsearch answers, as known to the component that watches it. */
@FunctionalInterface
public interface SearchState {

    /** What is the matter with it, in English for whoever keeps the log; empty if it answers. */
    Optional<String> outage();
}
