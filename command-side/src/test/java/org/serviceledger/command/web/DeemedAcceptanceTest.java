package org.serviceledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.serviceledger.command.Examples.*;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceledger.api.Actor;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.cases.CaseCommand;
import org.serviceledger.api.cases.CaseCommand.Accept;
import org.serviceledger.api.cases.CaseCommand.Apply;
import org.serviceledger.api.cases.CaseCommand.ImportCase;
import org.serviceledger.api.cases.CaseCommand.Receive;
import org.serviceledger.api.cases.CaseCommand.RecordFirstAsked;
import org.serviceledger.api.cases.CaseCommand.RefuseAcceptance;
import org.serviceledger.api.cases.CaseCommand.RequestSupplement;
import org.serviceledger.api.cases.CaseCommand.Withdraw;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseEvent.CaseDeemedAccepted;
import org.serviceledger.api.cases.CaseEvent.CaseReceived;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.api.imports.Provenance;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.command.acceptance.DeemedAcceptanceProcess;
import org.serviceledger.command.timetable.Timetable;
import org.serviceledger.store.clock.ClockDoubt;
import org.serviceledger.store.clock.ClockGuard;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpMethod;

/**
 * Nobody answers within five working days: tests the scheduler on PostgreSQL with a clock that the test sets. The cases
 * belong to a year so far away that they are recorded in time whenever the test runs.
 */
@WebTest
final class DeemedAcceptanceTest {

    private static final Instant RECEIVED = at("2199-03-01 09:05");
    private static final Instant ANSWERED = at("2199-03-01 09:30");
    private static final Instant DUE = at("2199-03-09 00:00");

    private final TestHall hall;
    private final EventStore events;
    private final CommandGateway commands;
    private final DataSource database;
    private final SetClock clock = new SetClock(RECEIVED);
    private final List<SmartLifecycle> processes = new ArrayList<>();

    @Autowired
    DeemedAcceptanceTest(TestHall hall, EventStore events, CommandGateway commands, DataSource database) {
        this.hall = hall.open();
        this.events = events;
        this.commands = commands;
        this.database = database;
    }

    @BeforeEach
    void theYearIsPublished() {
        var published = hall.ask(
                TestUser.ADMIN,
                HttpMethod.PUT,
                "/api/calendars/2199",
                "{\"off\":{},\"work\":{},\"source\":\"演示\"}".getBytes(StandardCharsets.UTF_8),
                "application/json",
                null);
        assertThat(published.status()).as(published.text()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        processes.forEach(SmartLifecycle::stop);
    }

    @Test
    void theCaseCountsAsAcceptedFromItsReceiptOn() {
        var id = received(RECEIVED);
        start(new InMemoryTokenStore());
        awaitNoted(id);
        clock.set(DUE.minusSeconds(60));
        lookSeveralTimes();
        assertThat(of(id)).hasSize(2);

        clock.set(DUE.plusSeconds(1));
        awaitSettled(id);

        assertThat(of(id)).hasSize(3).last().isInstanceOfSatisfying(CaseDeemedAccepted.class, deemed -> {
            assertThat(deemed.since()).isEqualTo(RECEIVED);
            assertThat(deemed.occurredAt()).isBetween(DUE.plusSeconds(1), DUE.plusSeconds(60));
            assertThat(deemed.by()).isEqualTo(Actor.systemFor(TOWN, "民政办"));
        });
    }

    @Test
    void whatWasNotedOutlivesTheProcess() {
        var id = received(RECEIVED);
        var tokens = new InMemoryTokenStore();
        start(tokens);
        awaitNoted(id);
        processes.removeLast().stop();
        processes.removeLast().stop();
        clock.set(DUE.plus(Duration.ofDays(3)));
        assertThat(of(id)).hasSize(2);

        start(tokens);
        awaitSettled(id);

        assertThat(of(id)).hasSize(3).last().isInstanceOf(CaseDeemedAccepted.class);
    }

    static Stream<Named<BiFunction<CaseId, Instant, CaseCommand>>> answers() {
        return Stream.of(
                Named.of("accepted", (id, at) -> new Accept(id, "SL-1", CLERK, at)),
                Named.of("refused", (id, at) -> new RefuseAcceptance(id, "BSL-1", "不属于本机关职权范围", CLERK, at)),
                Named.of(
                        "told what is missing",
                        (id, at) ->
                                new RequestSupplement(id, List.of("照片"), "BZ-1", TimeLimit.workingDays(5), CLERK, at)),
                Named.of("withdrawn", (id, at) -> new Withdraw(id, "自愿撤回", CITIZEN, at)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aCaseThatWasAnsweredInTimeIsLeftAsItIs(BiFunction<CaseId, Instant, CaseCommand> answer) {
        var id = received(RECEIVED);
        start(new InMemoryTokenStore());
        awaitNoted(id);
        commands.sendAndWait(answer.apply(id, ANSWERED));

        clock.set(DUE.plusSeconds(1));
        awaitSettled(id);

        assertThat(of(id)).hasSize(3).noneMatch(CaseDeemedAccepted.class::isInstance);
    }

    @Test
    void eventsThatComeAgainAndNodesSideBySideChangeNothing() {
        var id = received(RECEIVED);
        start(new InMemoryTokenStore());
        start(new InMemoryTokenStore());
        awaitNoted(id);
        clock.set(DUE.plusSeconds(1));
        awaitSettled(id);

        start(new InMemoryTokenStore());
        var later = received(at("2199-03-09 09:00"));
        awaitNoted(later);
        awaitSettled(id);

        assertThat(of(id)).hasSize(3);
    }

    @Test
    void whatIsImportedOrRecordedWhenItsTimeWasOverIsNotTouched() {
        var imported = imported();
        var old = received(at("2026-03-02 09:05"));
        start(new InMemoryTokenStore());
        var next = received(RECEIVED);
        awaitNoted(next);
        clock.set(DUE.plusSeconds(1));
        awaitSettled(next);

        assertThat(of(imported)).hasSize(1);
        assertThat(of(old)).hasSize(2);
        assertThat(noted(old)).isEmpty();
    }

    /**
     * Here an act of the case is dated after the deadline, so for the time being the case cannot be deemed accepted.
     */
    @Test
    void whatCannotBeDoneYetIsTriedAgain() {
        var id = received(RECEIVED);
        commands.sendAndWait(new RecordFirstAsked(id, CLERK, DUE.plusSeconds(120)));
        start(new InMemoryTokenStore());
        awaitNoted(id);
        clock.set(DUE.plusSeconds(1));
        await().until(() -> noted(id).filter(failures -> failures > 0).isPresent());
        assertThat(of(id)).hasSize(3);

        clock.set(DUE.plus(Duration.ofHours(1)));
        awaitSettled(id);

        assertThat(of(id)).hasSize(4).last().isInstanceOf(CaseDeemedAccepted.class);
    }

    /**
     * Deemed acceptance cannot be undone. The task waits until the clock is right, and a wrong clock does not postpone
     * it.
     */
    @Test
    void aServerWhoseClockIsAheadSettlesNothing() {
        clock.set(Instant.now());
        var guard = new ClockGuard(database, clock, new ClockGuard.Limits(Duration.ofSeconds(60), Duration.ofDays(3)));
        assertThat(guard.check()).isEmpty();
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var id = received(now);
        var due = of(id).getLast() instanceof CaseReceived received
                ? received.acceptanceDue().due()
                : Instant.MAX;
        start(new InMemoryTokenStore(), guard.waiting(), guard.acting());
        awaitNoted(id);

        clock.set(due.plus(Duration.ofDays(8)));
        lookSeveralTimes();
        assertThat(of(id)).hasSize(2);
        assertThat(guard.check()).containsInstanceOf(ClockDoubt.ApartFromDatabase.class);
        bringForward(id, now);
        lookSeveralTimes();
        assertThat(of(id)).hasSize(2);

        int failures = noted(id).orElseThrow();
        clock.set(Instant.now());
        assertThat(guard.check()).isEmpty();
        bringForward(id, now);
        await().until(() -> noted(id).orElseThrow() > failures); // ran, and was refused: the deadline is still ahead
        assertThat(of(id)).hasSize(2);
    }

    /** Sets the task's execution time as if it were due. */
    private void bringForward(CaseId id, Instant to) {
        var update = "UPDATE scheduled_tasks SET execution_time = ? WHERE task_instance = ?";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(update)) {
            statement.setObject(1, to.atOffset(ZoneOffset.UTC));
            statement.setString(2, id.value());
            assertThat(statement.executeUpdate()).isOne();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void start(TokenStore tokens) {
        start(tokens, clock, clock);
    }

    private void start(TokenStore tokens, Clock waiting, Clock acting) {
        var process = new DeemedAcceptanceProcess(
                events, tokens, NoTransactionManager.instance(), database, commands, acting);
        var timetable = new Timetable(database, waiting, Duration.ofMillis(50), List.of(process.task()), List.of());
        processes.addAll(List.of(timetable, process));
        processes.forEach(SmartLifecycle::start);
    }

    private CaseId received(Instant at) {
        var id = CaseId.ofNumber("T" + TestHall.next());
        commands.sendAndWait(new Apply(
                id,
                new ItemId(TestHall.ITEM),
                APPLICANT,
                Channel.WINDOW,
                TOWN,
                null,
                "申领优待证",
                List.of(),
                false,
                false,
                "731905",
                CITIZEN,
                at));
        commands.sendAndWait(new Receive(id, "SJ-1", CLERK, at));
        assertThat(of(id)).last().isInstanceOf(CaseReceived.class);
        return id;
    }

    private CaseId imported() {
        var id = CaseId.ofNumber("T" + TestHall.next());
        commands.sendAndWait(new ImportCase(
                id,
                new Provenance(new ImportId("import-" + "0".repeat(64)), "XES 1.0", "log.xes", "case-1"),
                "an old case",
                null,
                null,
                null,
                RECEIVED,
                null,
                DUE,
                List.of(),
                List.of(),
                TOWN,
                ADMIN,
                RECEIVED));
        return id;
    }

    private List<CaseEvent> of(CaseId id) {
        return events.readEvents(id.value())
                .asStream()
                .map(message -> (CaseEvent) message.getPayload())
                .toList();
    }

    /** Returns the number of consecutive failures of the case's task, or empty if there is no task. */
    private Optional<Integer> noted(CaseId id) {
        var query = "SELECT coalesce(consecutive_failures, 0) FROM scheduled_tasks WHERE task_instance = ?";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, id.value());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getInt(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void awaitNoted(CaseId id) {
        await().until(() -> noted(id).isPresent());
    }

    private void awaitSettled(CaseId id) {
        await().until(() -> noted(id).isEmpty());
    }

    private static void lookSeveralTimes() {
        await().pollDelay(Duration.ofMillis(400)).until(() -> true);
    }
}
