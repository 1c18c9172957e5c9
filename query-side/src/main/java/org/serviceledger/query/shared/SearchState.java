package org.serviceledger.query.shared;

import java.util.Optional;

/** Whether the search server answers, as somebody knows who watches it. */
@FunctionalInterface
public interface SearchState {

    /** What is the matter with it, in English for whoever keeps the log; empty if it answers. */
    Optional<String> outage();
}
