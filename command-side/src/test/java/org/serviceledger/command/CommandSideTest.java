package org.serviceledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.serviceledger.command.Examples.*;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.Families;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.cases.CaseCommand.Accept;
import org.serviceledger.api.cases.CaseCommand.Finish;
import org.serviceledger.api.cases.CaseCommand.Grant;
import org.serviceledger.api.cases.CaseCommand.Receive;
import org.serviceledger.api.cases.CaseEvent.CaseAccepted;
import org.serviceledger.api.cases.CaseEvent.CaseApplied;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.CaseRefusal.AlreadyApplied;
import org.serviceledger.api.cases.CaseRefusal.NoSuchCase;
import org.serviceledger.api.cases.CaseRefusal.NoSuchItem;
import org.serviceledger.api.evaluation.EvaluationCommand.Rate;
import org.serviceledger.api.evaluation.EvaluationEvent.EvaluationInvited;
import org.serviceledger.api.evaluation.EvaluationEvent.ServiceRated;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.evaluation.EvaluationRefusal.NoServiceYet;
import org.serviceledger.api.evaluation.RatingChannel;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.staff.DutyRole;
import org.serviceledger.api.staffday.StaffDayCommand.CheckIn;
import org.serviceledger.api.staffday.StaffDayCommand.Roster;
import org.serviceledger.api.staffday.StaffDayEvent.CheckedIn;
import org.serviceledger.api.staffday.StaffDayEvent.Rostered;
import org.serviceledger.api.staffday.StaffDayId;
import org.serviceledger.api.windowday.WindowDayCommand.OpenWindow;
import org.serviceledger.api.windowday.WindowDayEvent.WindowOpened;
import org.serviceledger.api.windowday.WindowDayId;
import org.serviceledger.command.calendar.CalendarPublication;
import org.serviceledger.command.calendar.CurrentCalendar;
import org.serviceledger.command.stream.FamilyShell;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Tests the shells as Axon and Spring run them. */
@SpringJUnitConfig(InMemoryLedger.class)
@TestPropertySource(
        properties = {
            "axon.serializer.general=jackson3",
            "axon.axonserver.enabled=false",
            "axon.timeout.enabled=false",
            "axoniq.update-checker.disabled=true"
        })
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class CommandSideTest {

    private static final CaseId CASE = CaseId.ofNumber("20240301-0001");
    private static final EvaluationId EVALUATION = EvaluationId.of(CASE);
    private static final LocalDate FRIDAY = LocalDate.of(2024, 3, 1);

    @Autowired
    private CommandGateway commands;

    @Autowired
    private EventStore events;

    @Autowired
    private CalendarPublication publication;

    @Autowired
    private CurrentCalendar current;

    @Autowired
    private List<FamilyShell<?, ?, ?>> shells;

    @Test
    void everyCommandIsTakenByOneShell() {
        var taken = shells.stream()
                .flatMap(shell -> Families.records(shell.commands()).stream())
                .toList();

        assertThat(taken).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(Families.commands());
    }

    @Test
    void aHallServesACaseAndIsRated() {
        publication.publishMissingYears(at("2024-01-01 00:00"));
        openTheHall();
        send(OpenedHall.apply(CASE, ITEM));
        send(new Receive(CASE, "SJ-1", CLERK, at("2024-03-01 09:01")));
        send(new Accept(CASE, "SL-1", CLERK, at("2024-03-01 09:02")));

        assertThat(refusal(rate("2024-03-01 09:03"))).isEqualTo(new NoServiceYet(CASE));

        send(new Grant(CASE, "JD-1", "符合条件", CLERK, at("2024-03-01 09:05")));
        send(new Finish(CASE, null, CLERK, at("2024-03-01 09:06")));
        send(rate("2024-03-01 09:10"));

        assertThat(stored(CASE)).hasSize(5).first().isInstanceOf(CaseApplied.class);
        assertThat(stored(CASE).get(2)).isInstanceOfSatisfying(CaseAccepted.class, accepted -> {
            assertThat(accepted.promised().dueOn()).isEqualTo("2024-03-04");
            assertThat(accepted.promised().calendarVersion()).isEqualTo(9);
        });
        assertThat(stored(EVALUATION)).hasSize(2).first().isInstanceOf(EvaluationInvited.class);
        assertThat(stored(EVALUATION).getLast())
                .isInstanceOfSatisfying(
                        ServiceRated.class, rated -> assertThat(rated.served()).isEqualTo(CLERK));
    }

    @Test
    void aPersonOnTheRotaChecksInAndTheirWindowOpens() {
        openTheHall();
        var day = StaffDayId.of(WANG, FRIDAY);
        var windowDay = WindowDayId.of(WINDOW, FRIDAY);

        send(new Roster(day, ADMIN, at("2024-02-29 16:00")));
        send(new CheckIn(day, null, CLERK, at("2024-03-01 08:41:30")));
        send(new OpenWindow(windowDay, CLERK, at("2024-03-01 08:45")));

        assertThat(stored(day).getFirst()).isInstanceOfSatisfying(Rostered.class, rostered -> {
            assertThat(rostered.window()).isEqualTo(WINDOW);
            assertThat(rostered.duty()).isEqualTo(DutyRole.A);
            assertThat(rostered.partner()).isEqualTo(LI);
            assertThat(rostered.shifts()).containsExactly(MORNING, AFTERNOON);
        });
        assertThat(stored(day).getLast())
                .isInstanceOfSatisfying(
                        CheckedIn.class, in -> assertThat(in.lateMinutes()).isEqualTo(12));
        assertThat(stored(windowDay)).singleElement().isInstanceOf(WindowOpened.class);
    }

    @Test
    void aRefusalIsOursAndStoresNothing() {
        openTheHall();
        var unknown = ItemId.ofCode("NONE");

        assertThat(refusal(new Finish(CASE, null, CLERK, at("2024-03-01 09:00"))))
                .isEqualTo(new NoSuchCase(CASE));
        assertThat(refusal(OpenedHall.apply(CASE, unknown))).isEqualTo(new NoSuchItem(unknown));
        assertThat(stored(CASE)).isEmpty();

        send(OpenedHall.apply(CASE, ITEM));
        assertThat(refusal(OpenedHall.apply(CASE, ITEM))).isEqualTo(new AlreadyApplied(CASE));
        assertThat(stored(CASE)).hasSize(1);
    }

    @Test
    void whenAnEventOccurredIsKeptBesideItAndIsNotWhenItWasRecorded() {
        openTheHall();
        send(OpenedHall.apply(CASE, ITEM));

        DomainEventMessage<?> message = events.readEvents(CASE.value()).next();

        assertThat(message.getMetaData()).containsEntry("occurredAt", "2024-03-01T01:00:00Z");
        assertThat(message.getTimestamp()).isAfter(at("2024-03-01 09:00"));
        assertThat(message.getType()).isEqualTo("Case");
    }

    @Test
    void theOfficialCalendarIsPublishedOnce() {
        assertThat(publication.publishMissingYears(at("2024-01-01 00:00"))).isEqualTo(9);
        assertThat(publication.publishMissingYears(at("2024-01-02 00:00"))).isZero();
        assertThat(current.calendar().version()).isEqualTo(9);
        assertThat(current.calendar().nameOf(LocalDate.of(2024, 10, 1))).contains("国庆节");
    }

    private void openTheHall() {
        OpenedHall.commands().forEach(this::send);
    }

    private static Rate rate(String time) {
        return new Rate(
                EVALUATION, RatingLevel.SATISFIED, RatingChannel.QR_CODE, true, List.of(), "", CITIZEN, at(time));
    }

    private void send(LedgerCommand command) {
        commands.sendAndWait(command);
    }

    private Object refusal(LedgerCommand command) {
        var refused = new Object[1];
        assertThatExceptionOfType(CommandRefused.class)
                .isThrownBy(() -> send(command))
                .satisfies(refusal -> refused[0] = refusal.refusal());
        return refused[0];
    }

    private List<LedgerEvent> stored(Object stream) {
        return events.readEvents(stream.toString())
                .asStream()
                .map(message -> (LedgerEvent) message.getPayload())
                .toList();
    }
}
