package org.serviceledger.app.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.query.log.DailyAnchors;
import org.serviceledger.query.log.DailyAnchors.Anchor;
import org.serviceledger.store.Disclosures;
import org.serviceledger.store.LedgerHeads;
import org.serviceledger.words.Term;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows whether the ledger records the daily checkpoints of today and yesterday; if not, the latest day recorded. */
@Component
@Order(15)
class DailyAnchorSection implements OperationsSection {

    /** The server records the checkpoint half a minute after midnight, and retries every minute if that fails. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private final DailyAnchors anchors;
    private final LedgerHeads heads;
    private final Disclosures events;
    private final Clock clock;

    DailyAnchorSection(DailyAnchors anchors, LedgerHeads heads, Disclosures events, Clock clock) {
        this.anchors = anchors;
        this.heads = heads;
        this.events = events;
        this.clock = clock;
    }

    /** State of a day's checkpoint. */
    enum State implements Term {
        RECORDED("good"),
        DUE("note"),
        MISSING("bad"),
        NOTHING_YET("outline");

        private final String mark;

        State(String mark) {
            this.mark = mark;
        }

        public String mark() {
            return mark;
        }

        /**
         * The state of a day without a recorded checkpoint.
         *
         * @param begun when the first event was recorded; null for an empty ledger
         */
        static State without(LocalDate day, @Nullable Instant begun, Instant now) {
            var midnight = day.atStartOfDay(WorkingDayCalendar.CHINA).toInstant();
            if (begun == null || !begun.isBefore(midnight)) {
                return NOTHING_YET;
            }
            return now.isBefore(midnight.plus(GRACE)) ? DUE : MISSING;
        }
    }

    /** A day and the checkpoint recorded for it; null if there is none. */
    public record Line(LocalDate day, State state, @Nullable Anchor anchor) {

        private static Line of(Anchor anchor) {
            return new Line(anchor.day(), State.RECORDED, anchor);
        }
    }

    @Override
    public String template() {
        return "operations/daily-anchor";
    }

    @Override
    public List<Line> content() {
        return lines(anchors.last(2), begun(), clock.instant());
    }

    /**
     * Returns the lines for today and yesterday and, if neither is recorded, for the latest day recorded before them.
     *
     * @param last the two latest recorded days, the latest first
     * @param begun when the first event was recorded; null for an empty ledger
     */
    static List<Line> lines(List<Anchor> last, @Nullable Instant begun, Instant now) {
        var today = LocalDate.ofInstant(now, WorkingDayCalendar.CHINA);
        var yesterday = today.minusDays(1);
        var recent = Stream.of(today, yesterday)
                .map(day -> last.stream()
                        .filter(anchor -> anchor.day().equals(day))
                        .findFirst()
                        .map(Line::of)
                        .orElseGet(() -> new Line(day, State.without(day, begun, now), null)));
        var before = last.stream()
                .limit(1)
                .filter(anchor -> anchor.day().isBefore(yesterday))
                .map(Line::of);
        return Stream.concat(recent, before).toList();
    }

    private @Nullable Instant begun() {
        return heads.current().size() == 0
                ? null
                : events.at(List.of(0L)).getFirst().recordedAt();
    }
}
