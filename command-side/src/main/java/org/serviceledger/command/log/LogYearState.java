package org.serviceledger.command.log;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.log.LogEvent;
import org.serviceledger.api.log.LogEvent.CheckpointAnchored;
import org.serviceledger.api.log.LogEvent.KeyRotated;

/** The part of a log year's history that the rules need: the keys it introduced and the last anchored day. */
record LogYearState(Set<String> keys, @Nullable Anchor last) {

    static final LogYearState INITIAL = new LogYearState(Set.of(), null);

    LogYearState {
        keys = Set.copyOf(keys);
    }

    /** An anchored day and the size of its checkpoint. */
    record Anchor(LocalDate day, long size) {}

    /**
     * Returns the state after the event.
     *
     * @throws IllegalStateException if the event cannot follow this state, which means a corrupt stream
     */
    LogYearState evolve(LogEvent event) {
        return switch (event) {
            case KeyRotated e when !keys.contains(e.next()) -> new LogYearState(with(e.next()), last);
            case CheckpointAnchored e
            when last == null || (last.day().isBefore(e.day()) && last.size() <= e.size()) ->
                new LogYearState(keys, new Anchor(e.day(), e.size()));
            case KeyRotated _, CheckpointAnchored _ ->
                throw new IllegalStateException("%s cannot follow %s".formatted(event, this));
        };
    }

    private Set<String> with(String key) {
        var all = new HashSet<>(keys);
        all.add(key);
        return all;
    }
}
