package org.serviceledger.query.log;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.serviceledger.api.EventTypes;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.log.LogEvent.CheckpointAnchored;
import org.serviceledger.api.log.LogYearId;
import org.serviceledger.store.DisclosedEvent;
import org.serviceledger.store.Disclosures;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the daily checkpoints that were recorded in the ledger itself (每日检查点入账). */
@Component
public class DailyAnchors {

    private static final String TYPE = EventTypes.wireName(CheckpointAnchored.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** More years than any ledger has been kept. */
    private static final int YEARS = 100;

    private final Disclosures events;
    private final Clock clock;

    DailyAnchors(Disclosures events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /**
     * A checkpoint that was recorded as an event.
     *
     * @param position the position of the event
     * @param day the day in China that the checkpoint is for
     * @param size how many events the checkpoint covers
     * @param root the root of the tree over these events, in base64
     */
    public record Anchor(long position, Instant recordedAt, LocalDate day, String origin, long size, String root) {

        private static Anchor of(DisclosedEvent event) {
            var anchored = JSON.readValue(event.payload(), Body.class);
            return new Anchor(
                    event.position(),
                    event.recordedAt(),
                    anchored.day(),
                    anchored.origin(),
                    anchored.size(),
                    anchored.root());
        }
    }

    /** The part of the event's payload that is shown. */
    private record Body(LocalDate day, String origin, long size, String root) {}

    /** Returns up to {@code atMost} daily checkpoints, the latest first, however old they are. */
    public List<Anchor> last(int atMost) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingDayCalendar.CHINA);
        var years = IntStream.range(0, YEARS)
                .mapToObj(back -> LogYearId.of(today.minusYears(back)).value())
                .toList();
        return events.lastOf(years, TYPE, atMost).stream().map(Anchor::of).toList();
    }
}
