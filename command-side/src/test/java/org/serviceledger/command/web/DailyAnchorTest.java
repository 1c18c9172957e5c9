package org.serviceledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.serviceledger.command.Examples.at;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.log.LogEvent.CheckpointAnchored;
import org.serviceledger.command.log.DailyAnchor;
import org.serviceledger.command.timetable.Timetable;
import org.serviceledger.store.clock.ClockGuard;
import org.serviceledger.store.clock.ClockInDoubt;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.publication.Checkpoints;
import org.serviceledger.store.publication.PublishedLog;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests the daily anchoring of a log on two nodes, with a clock that the test sets. */
@WebTest
final class DailyAnchorTest {

    private static final String YEAR = "log-2198";

    private static final NoteSigner SIGNER = signer();

    private final EventStore events;
    private final DataSource database;
    private final CommandGateway commands;
    private final SetClock clock = new SetClock(at("2198-03-01 23:59"));
    private final Checkpoints checkpoints;
    private final DailyAnchor anchor;
    private final List<Timetable> nodes = new ArrayList<>();

    @Autowired
    DailyAnchorTest(TestHall hall, EventStore events, CommandGateway commands, DataSource database) {
        hall.open();
        this.events = events;
        this.database = database;
        this.commands = commands;
        this.checkpoints = new Checkpoints(database, new PublishedLog(database, "default"), SIGNER);
        this.anchor = new DailyAnchor(checkpoints, commands, clock);
    }

    @AfterEach
    void stop() {
        nodes.forEach(Timetable::stop);
    }

    @Test
    void eachDayIsAnchoredOnceHoweverManyNodesThereAre() {
        checkpoints.publish();
        startNode();
        startNode();
        clock.set(at("2198-03-02 00:01"));
        await().until(() -> !anchored().isEmpty());
        checkpoints.publish();
        clock.set(at("2198-03-03 00:01"));
        await().until(() -> anchored().size() > 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.execute(anchor::anchor);
            }
        }

        assertThat(anchored())
                .extracting(CheckpointAnchored::day)
                .containsExactly(LocalDate.of(2198, 3, 2), LocalDate.of(2198, 3, 3));
        var last = anchored().getLast();
        var note = SignedNote.parse(last.note());
        assertThat(checkpoints.verifier().signed(note)).isTrue();
        assertThat(Checkpoint.parse(note.text()))
                .isEqualTo(new Checkpoint(
                        last.origin(), last.size(), new PublishedLog(database, "default").root(last.size())));
        assertThat(last.root()).isEqualTo(Checkpoint.parse(note.text()).root().base64());
        assertThat(last.size())
                .as("the day before is beneath")
                .isGreaterThan(anchored().getFirst().size());
    }

    @Test
    void aServerWhoseClockIsWrongAnchorsNothing() {
        checkpoints.publish();
        var guard = new ClockGuard(database, clock, new ClockGuard.Limits(Duration.ofSeconds(60), Duration.ofDays(3)));
        long before = anchored().size();
        var wrong = new DailyAnchor(checkpoints, commands, guard.acting());
        clock.set(at("2198-05-05 00:01"));

        assertThatExceptionOfType(ClockInDoubt.class)
                .isThrownBy(wrong::anchor)
                .withMessageContaining("2198-05-04T16:01:00Z");
        assertThat(anchored()).hasSize((int) before);
    }

    /** One signer for all tests, because they share one log. */
    private static NoteSigner signer() {
        try {
            var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new NoteSigner(new VerifierKey("log.example", keys.getPublic()), keys.getPrivate());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void startNode() {
        var node = new Timetable(database, clock, Duration.ofMillis(50), List.of(), List.of(anchor.task()));
        nodes.add(node);
        node.start();
    }

    private List<CheckpointAnchored> anchored() {
        return events.readEvents(YEAR)
                .asStream()
                .map(DomainEventMessage::getPayload)
                .map(CheckpointAnchored.class::cast)
                .toList();
    }
}
