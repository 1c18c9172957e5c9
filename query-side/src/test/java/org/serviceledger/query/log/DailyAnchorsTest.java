package org.serviceledger.query.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.serviceledger.api.Actor;
import org.serviceledger.api.EventTypes;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.log.LogEvent;
import org.serviceledger.api.log.LogEvent.CheckpointAnchored;
import org.serviceledger.api.log.LogEvent.KeyRotated;
import org.serviceledger.api.log.LogYearId;
import org.serviceledger.fixtures.LedgerDatabase;
import org.serviceledger.fixtures.LogYearEvents;
import org.serviceledger.query.log.DailyAnchors.Anchor;
import org.serviceledger.query.testing.TestLog;
import org.serviceledger.store.Disclosures;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.publication.Checkpoints;
import org.serviceledger.store.wire.WireNameSerializer;
import org.serviceledger.store.wire.WireNames;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Reads days recorded around a new year, as the event store writes them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DailyAnchorsTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    private final AnnotationConfigApplicationContext ledger = new AnnotationConfigApplicationContext(TestLog.class);
    private final Disclosures events = ledger.getBean(Disclosures.class);

    @BeforeAll
    void record() {
        ledger.getBean(Checkpoints.class);
        var database = ledger.getBean(LedgerDatabase.class);
        var names = new WireNameSerializer(WireNames.of(EventTypes.all(), EventTypes::wireName));
        var engine =
                PostgresEventStorageEngine.builder(database.dataSource(), names).build();
        append(engine, 0, anchored(NEW_YEAR.minusDays(2), 10));
        append(engine, 1, anchored(NEW_YEAR.minusDays(1), 20));
        append(engine, 0, anchored(NEW_YEAR, 20));
        append(engine, 1, rotated());
        engine.close();
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void theLastDayIsTheFirstOfTheList() {
        var last = on(NEW_YEAR).last(2);

        assertThat(last).extracting(Anchor::day).containsExactly(NEW_YEAR, NEW_YEAR.minusDays(1));
        assertThat(last.getFirst())
                .extracting(Anchor::position, Anchor::size, Anchor::origin, Anchor::root)
                .containsExactly(2L, 20L, "log.example", "root of 20");
    }

    @Test
    void whatElseIsInTheYearIsNoAnchor() {
        assertThat(on(NEW_YEAR).last(9)).hasSize(3);
    }

    @Test
    void aYearInWhichNothingWasAnchoredShowsTheLastOneThereIs() {
        assertThat(on(NEW_YEAR.plusYears(1)).last(1)).extracting(Anchor::day).containsExactly(NEW_YEAR);
        assertThat(on(NEW_YEAR.plusYears(2)).last(1)).extracting(Anchor::day).containsExactly(NEW_YEAR);
        assertThat(on(NEW_YEAR.plusYears(30)).last(2))
                .extracting(Anchor::day)
                .containsExactly(NEW_YEAR, NEW_YEAR.minusDays(1));
    }

    @Test
    void beforeTheFirstDayThereIsNone() {
        assertThat(on(NEW_YEAR.minusYears(2)).last(1)).isEmpty();
    }

    private DailyAnchors on(LocalDate day) {
        var noon = day.atTime(12, 0).atZone(WorkingDayCalendar.CHINA);
        return new DailyAnchors(events, Clock.fixed(noon.toInstant(), noon.getZone()));
    }

    private static void append(PostgresEventStorageEngine engine, long sequence, LogEvent event) {
        var stream = event.logYearId().value();
        engine.appendEvents(List.of(new GenericDomainEventMessage<>("LogYear", stream, sequence, event)));
    }

    private static CheckpointAnchored anchored(LocalDate day, long size) {
        var midnight = day.atStartOfDay(WorkingDayCalendar.CHINA).toInstant();
        return LogYearEvents.checkpointAnchored()
                .of(LogYearId.of(day))
                .day(day)
                .size(size)
                .root("root of " + size)
                .at(midnight)
                .event();
    }

    private static KeyRotated rotated() {
        var noon = NEW_YEAR.atTime(12, 0).atZone(WorkingDayCalendar.CHINA).toInstant();
        return LogYearEvents.keyRotated()
                .of(LogYearId.of(NEW_YEAR))
                .before("before")
                .next("next")
                .fromSize(21)
                .by(Actor.system())
                .at(noon)
                .event();
    }
}
