package org.serviceledger.store.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.verify.Finding.Moved;
import org.serviceledger.store.verify.Finding.Renumbered;
import org.serviceledger.store.verify.Finding.Swapped;

/** Finds those suspect rows that were recorded at another position, and reports that position. */
final class Displacements {

    private static final int SHORTEST_RUN = 3;

    private final LeafWriter leaves;
    private final TreeMap<Long, Suspect> suspects = new TreeMap<>();
    private final TreeMap<Long, Long> origins = new TreeMap<>();

    /** Searches the origin of each suspect among the positions of the other suspects and the missing positions. */
    Displacements(List<Suspect> suspects, List<Long> missing, LeafWriter leaves) {
        this.leaves = leaves;
        suspects.forEach(suspect -> this.suspects.put(suspect.position(), suspect));
        var places = new ArrayList<>(missing);
        places.addAll(this.suspects.keySet());
        long shift = 0;
        for (var suspect : suspects) {
            var origin = origin(suspect, shift, places);
            if (origin != null) {
                origins.put(suspect.position(), origin);
                shift = suspect.position() - origin;
            }
        }
    }

    private @Nullable Long origin(Suspect suspect, long shift, List<Long> places) {
        if (shift != 0 && wasAt(suspect, suspect.position() - shift)) {
            return suspect.position() - shift;
        }
        return places.stream()
                .filter(place -> place != suspect.position() && wasAt(suspect, place))
                .findFirst()
                .orElse(null);
    }

    private boolean wasAt(Suspect suspect, long position) {
        var there = suspects.get(position);
        return suspect.wasAt(position, there == null ? null : there.stored(), leaves);
    }

    /** Returns whether the event at this position was recorded at another one. */
    boolean has(long position) {
        return origins.containsKey(position);
    }

    /**
     * Returns one finding for each exchanged pair, each run of at least {@value #SHORTEST_RUN} events and each other
     * event.
     */
    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        var left = new TreeMap<>(origins);
        for (var each : origins.entrySet()) {
            if (each.getKey() < each.getValue() && each.getKey().equals(left.get(each.getValue()))) {
                findings.add(new Swapped(name(each.getKey()), name(each.getValue())));
                left.remove(each.getKey());
                left.remove(each.getValue());
            }
        }
        runs(left).forEach((first, last) -> {
            long by = first - left.getOrDefault(first, first);
            if (last - first + 1 >= SHORTEST_RUN) {
                findings.add(new Renumbered(first, last, by));
            } else {
                for (long position = first; position <= last; position++) {
                    findings.add(new Moved(name(position), position - by));
                }
            }
        });
        return findings;
    }

    private EventName name(long position) {
        return Objects.requireNonNull(suspects.get(position)).name();
    }

    /** Returns the runs of adjacent positions with the same shift, as last position by first position. */
    private static Map<Long, Long> runs(Map<Long, Long> origins) {
        var ends = new TreeMap<Long, Long>();
        long lastShift = 0;
        for (var each : origins.entrySet()) {
            long position = each.getKey();
            long shift = position - each.getValue();
            var run = ends.lastEntry();
            if (run != null && run.getValue() == position - 1 && lastShift == shift) {
                ends.put(run.getKey(), position);
            } else {
                ends.put(position, position);
            }
            lastShift = shift;
        }
        return ends;
    }
}
