package org.serviceledger.store.verify;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.verify.Finding.Missing;
import org.serviceledger.store.verify.Finding.PseudonymDiffers;
import org.serviceledger.store.verify.Finding.StreamBroken;
import org.serviceledger.store.verify.Finding.Unreadable;

/**
 * Findings about single rows. They are collected while the rows pass, and evaluated after the last row, when each can
 * be compared with the others.
 */
final class Rows {

    private record Gap(long first, long last) {

        Stream<Gap> without(long from, long to) {
            return to < first || from > last
                    ? Stream.of(this)
                    : Stream.of(new Gap(first, from - 1), new Gap(to + 1, last))
                            .filter(part -> part.first <= part.last);
        }
    }

    private final StreamOrder order;
    private final TreeWalk tree;
    private final LeafWriter leaves;
    private final List<Suspect> suspects = new ArrayList<>();
    private final Map<String, Suspect> suspectsByEvent = new HashMap<>();
    private final Set<Long> suspectPositions = new HashSet<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Finding> pseudonyms = new ArrayList<>();
    private final List<Finding> doubles = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final Set<String> renamed = new HashSet<>();
    private long expected;

    Rows(StreamOrder order, TreeWalk tree, LeafWriter leaves) {
        this.order = order;
        this.tree = tree;
        this.leaves = leaves;
    }

    /** Processes the next stretch, whose leaves have been derived. */
    void passed(Stretch stretch) throws SQLException {
        count(stretch);
        var inQuestion = new TreeMap<Long, @Nullable Suspect>();
        order.otherPseudonyms(stretch.from(), stretch.to()).forEach(position -> inQuestion.put(position, null));
        stretch.suspects().forEach(suspect -> inQuestion.put(suspect.position(), suspect));
        var kept = new TreeMap<Long, Suspect>();
        var cleared = new HashSet<Long>();
        inQuestion.forEach((position, suspect) -> {
            if (suspect == null) {
                renamed(stretch.row(position).name());
            } else if (isCleared(suspect)) {
                cleared.add(position);
            } else {
                kept.put(position, suspect);
                keep(suspect);
            }
        });
        for (var tile : stretch.tiles()) {
            tree.next(
                    tile.withStored(cleared),
                    List.copyOf(kept.subMap(tile.first(), tile.end()).values()));
        }
    }

    /** Processes rows after the head, which belong to no tile. */
    void beyond(Stretch stretch) {
        stretch.suspects().forEach(this::keep);
    }

    /** Records that the rows end before the size in the head. */
    void endBefore(long size) {
        gaps.add(new Gap(expected, size - 1));
        tree.endsEarly();
    }

    private void count(Stretch stretch) {
        unreadable.addAll(stretch.unreadable());
        for (var row : stretch.rows()) {
            if (row.position() > expected) {
                gaps.add(new Gap(expected, row.position() - 1));
            } else if (row.position() < expected) {
                doubles.add(new StreamBroken.Doubled(row.name()));
            }
            expected = row.position() + 1;
        }
        if (expected < stretch.to()) {
            gaps.add(new Gap(expected, stretch.to() - 1));
            expected = stretch.to();
        }
    }

    /**
     * Returns whether the mismatch is caused by another row of the stream, or by the pseudonym alone, which is then
     * reported.
     */
    private boolean isCleared(Suspect suspect) {
        var event = suspect.name();
        if (order.hasOtherPseudonym(event.position()) && suspect.fitsItsOwnPseudonym(leaves)) {
            if (event.sequence() == 0 || !renamed.contains(event.stream())) {
                renamed(event);
            }
            return true;
        }
        var before = suspectsByEvent.get(key(event.stream(), event.sequence() - 1));
        return before != null && suspect.fitsAfter(before.derived(), leaves);
    }

    private void renamed(EventName event) {
        renamed.add(event.stream());
        pseudonyms.add(new PseudonymDiffers(event));
    }

    private void keep(Suspect suspect) {
        if (suspects.size() < Verification.MOST_FINDINGS) {
            suspects.add(suspect);
            suspectPositions.add(suspect.position());
            suspectsByEvent.put(key(suspect.name().stream(), suspect.name().sequence()), suspect);
        }
    }

    /** Returns whether the row at this position is already a suspect. */
    boolean isSuspect(long position) {
        return suspectPositions.contains(position);
    }

    private static String key(String stream, long sequence) {
        return sequence + " " + stream;
    }

    /** Returns all findings about rows. */
    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        var displaced = new Displacements(suspects, missingPositions(), leaves);
        // with unreadable rows, a missing predecessor is no finding of its own: it may be among them
        var orphans = new ArrayList<>(unreadable.isEmpty() ? order.orphans() : List.of());
        findings.addAll(unreadable);
        for (var gap : missing()) {
            findings.add(new Missing(gap.first(), gap.last(), whose(gap, orphans)));
        }
        findings.addAll(displaced.findings());
        suspects.stream()
                .filter(suspect -> !displaced.has(suspect.position()))
                .forEach(suspect -> findings.add(suspect.finding()));
        findings.addAll(doubles);
        findings.addAll(pseudonyms);
        findings.addAll(order.broken(suspectPositions::contains));
        orphans.forEach(orphan -> findings.add(new StreamBroken.Orphaned(orphan.event(), orphan.predecessor())));
        return findings;
    }

    /** Returns the positions without a row, except those that cannot be read. */
    private List<Gap> missing() {
        var missing = gaps;
        for (var damage : unreadable) {
            missing = missing.stream()
                    .flatMap(gap -> gap.without(damage.first(), damage.last()))
                    .toList();
        }
        return missing;
    }

    private List<Long> missingPositions() {
        var positions = new ArrayList<Long>();
        for (var gap : missing()) {
            for (long at = gap.first(); at <= gap.last() && positions.size() < Verification.MOST_FINDINGS; at++) {
                positions.add(at);
            }
        }
        return positions;
    }

    /**
     * Returns the stream and sequence of a single missing row if they are unambiguous, otherwise null. The orphan is
     * then removed, because it is reported with the gap.
     */
    private @Nullable StreamPlace whose(Gap gap, List<StreamOrder.Orphan> orphans) {
        if (gap.first() != gap.last() || gaps.size() > 1 || orphans.size() != 1) {
            return null;
        }
        var orphan = orphans.getFirst();
        if (orphan.event().position() < gap.first()) {
            return null;
        }
        orphans.clear();
        return orphan.predecessor();
    }
}
