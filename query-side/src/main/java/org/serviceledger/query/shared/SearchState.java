package org.serviceledger.query.shared;

import java.util.Optional;

/** Whether Elasticsearch answers, as known to the component that watches it. */
@FunctionalInterface
public interface SearchState {

    /** What is wrong with Elasticsearch; empty if it answers. */
    Optional<String> outage();
}
