package org.serviceledger.command.staffday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.command.Examples.*;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.staff.DutyRole;
import org.serviceledger.api.staffday.LeaveKind;
import org.serviceledger.api.staffday.StaffDayCommand;
import org.serviceledger.api.staffday.StaffDayCommand.CheckIn;
import org.serviceledger.api.staffday.StaffDayCommand.CheckOut;
import org.serviceledger.api.staffday.StaffDayCommand.EstablishAbsence;
import org.serviceledger.api.staffday.StaffDayCommand.GrantLeave;
import org.serviceledger.api.staffday.StaffDayCommand.HandOver;
import org.serviceledger.api.staffday.StaffDayCommand.Roster;
import org.serviceledger.api.staffday.StaffDayEvent;
import org.serviceledger.api.staffday.StaffDayEvent.CheckedIn;
import org.serviceledger.api.staffday.StaffDayEvent.CheckedOut;
import org.serviceledger.api.staffday.StaffDayEvent.LeaveGranted;
import org.serviceledger.api.staffday.StaffDayEvent.Rostered;
import org.serviceledger.api.staffday.StaffDayId;
import org.serviceledger.api.staffday.StaffDayRefusal;
import org.serviceledger.api.staffday.StaffDayRefusal.AlreadyCheckedIn;
import org.serviceledger.api.staffday.StaffDayRefusal.AlreadyRostered;
import org.serviceledger.api.staffday.StaffDayRefusal.AnotherDay;
import org.serviceledger.api.staffday.StaffDayRefusal.BeforeThePrevious;
import org.serviceledger.api.staffday.StaffDayRefusal.EndsBeforeItBegins;
import org.serviceledger.api.staffday.StaffDayRefusal.HandedToOneself;
import org.serviceledger.api.staffday.StaffDayRefusal.LeaveAfterwards;
import org.serviceledger.api.staffday.StaffDayRefusal.NoServiceHours;
import org.serviceledger.api.staffday.StaffDayRefusal.NoShiftLeft;
import org.serviceledger.api.staffday.StaffDayRefusal.NoSuchStaff;
import org.serviceledger.api.staffday.StaffDayRefusal.NotCheckedIn;
import org.serviceledger.command.DeciderSpec;
import org.serviceledger.command.organization.OrganizationFacts;
import org.serviceledger.command.staff.StaffRecord;
import org.serviceledger.command.staff.StaffRecord.Posting;
import org.serviceledger.fixtures.StaffDayEvents;

class StaffDayDeciderTest {

    private static final StaffDayId DAY = StaffDayId.of(WANG, LocalDate.of(2024, 3, 1));
    private static final StaffRecord MEMBER = member(null);
    private static final StaffRecord SUBSTITUTE =
            new StaffRecord(LI, "李强", TOWN, "窗口岗", ActorRole.CLERK, null, List.of(), null);
    private static final OrganizationFacts HALL =
            new OrganizationFacts("掘港街道为民服务中心", OrganizationKind.TOWN_CENTRE, List.of(MORNING, AFTERNOON), 5);
    private static final Rostered ROSTERED = StaffDayEvents.rostered()
            .of(DAY)
            .name("王芳")
            .organization(TOWN)
            .window(WINDOW)
            .partner(LI)
            .shifts(List.of(MORNING, AFTERNOON))
            .by(ADMIN)
            .at(at("2024-02-29 16:00"))
            .event();

    @Nested
    class ARota {

        @Test
        void freezesWhoWhereAndWhen() {
            given().when(roster()).then(ROSTERED);
        }

        @Test
        void isMadeOnce() {
            given(ROSTERED).when(roster()).thenRefused(new AlreadyRostered(DAY));
        }

        @Test
        void needsAMemberOfStaffInService() {
            spec(new StaffDayFacts(Optional.empty(), Optional.empty(), Optional.empty()))
                    .when(roster())
                    .thenRefused(new NoSuchStaff(DAY));
            spec(new StaffDayFacts(Optional.of(member(LocalDate.of(2024, 2, 29))), Optional.of(HALL), Optional.empty()))
                    .when(roster())
                    .thenRefused(new NoSuchStaff(DAY));
        }

        @Test
        void needsServiceHours() {
            spec(new StaffDayFacts(Optional.of(MEMBER), Optional.empty(), Optional.empty()))
                    .when(roster())
                    .thenRefused(new NoServiceHours(TOWN));
        }

        @Test
        void isWhatEverythingElseNeedsFirst() {
            given().when(checkIn("2024-03-01 08:30")).thenRefused(new StaffDayRefusal.NotRostered(DAY));
        }
    }

    @Nested
    class CheckingIn {

        @ParameterizedTest
        @CsvSource({
            "08:10:00, 上午, 0",
            "08:35:00, 上午, 0", // within the grace minutes
            "08:35:01, 上午, 6", // a started minute counts whole, from the start of the shift
            "08:41:30, 上午, 12",
            "12:00:00, 下午, 0",
            "14:20:00, 下午, 20"
        })
        void isForTheNextShiftThatHasNotEnded(String time, String shift, int late) {
            var in = given(ROSTERED).when(checkIn("2024-03-01 " + time)).thenOne(CheckedIn.class);

            assertThat(in.shift()).isEqualTo(shift);
            assertThat(in.lateMinutes()).isEqualTo(late);
        }

        @Test
        void isNotLateWhileOnLeave() {
            var in = given(ROSTERED, leave("08:30", "10:00"))
                    .when(checkIn("2024-03-01 10:07"))
                    .thenOne(CheckedIn.class);

            assertThat(in.lateMinutes()).isEqualTo(7);
        }

        @Test
        void happensOnceAShift() {
            var in = checkedIn("2024-03-01 08:30");

            given(ROSTERED, in).when(checkIn("2024-03-01 09:00")).thenRefused(new AlreadyCheckedIn(DAY));
            given(
                            ROSTERED,
                            in,
                            checkedOut("2024-03-01 12:00"),
                            in("下午", "2024-03-01 13:50"),
                            out("下午", "2024-03-01 17:00"))
                    .when(checkIn("2024-03-01 17:10"))
                    .thenRefused(new NoShiftLeft(DAY, at("2024-03-01 17:10")));
        }

        @Test
        void isNotPossibleAfterTheLastShiftNorOnAnotherDay() {
            given(ROSTERED).when(checkIn("2024-03-01 17:30")).thenRefused(new NoShiftLeft(DAY, at("2024-03-01 17:30")));
            given(ROSTERED).when(checkIn("2024-03-02 08:30")).thenRefused(new AnotherDay(DAY, at("2024-03-02 08:30")));
        }
    }

    @Nested
    class CheckingOut {

        @ParameterizedTest
        @CsvSource({"12:30:00, 0, 240", "11:55:00, 0, 205", "11:54:59, 6, 204", "11:00:00, 60, 150"})
        void saysHowEarlyItWasAndHowLongOneServed(String time, int early, int served) {
            var out = given(ROSTERED, checkedIn("2024-03-01 08:30"))
                    .when(checkOut("2024-03-01 " + time))
                    .thenOne(CheckedOut.class);

            assertThat(out.earlyMinutes()).isEqualTo(early);
            assertThat(out.minutesServed()).isEqualTo(served);
        }

        @Test
        void needsOneToHaveComeAndNotBefore() {
            given(ROSTERED).when(checkOut("2024-03-01 12:00")).thenRefused(new NotCheckedIn(DAY));
            given(ROSTERED, checkedIn("2024-03-01 08:30"))
                    .when(checkOut("2024-03-01 08:29"))
                    .thenRefused(new BeforeThePrevious(DAY, at("2024-03-01 08:29"), at("2024-03-01 08:30")));
        }

        @Test
        void isNotEarlyWhenLeaveFollows() {
            var out = given(ROSTERED, leave("10:00", "12:00"), checkedIn("2024-03-01 08:30"))
                    .when(checkOut("2024-03-01 10:00"))
                    .thenOne(CheckedOut.class);

            assertThat(out.earlyMinutes()).isZero();
        }
    }

    @Nested
    class Leave {

        @Test
        void isGrantedBeforehand() {
            given(ROSTERED)
                    .when(grantLeave("08:30", "10:00", "2024-03-01 08:30"))
                    .then(leave("08:30", "10:00"));
            given(ROSTERED)
                    .when(grantLeave("08:30", "10:00", "2024-03-01 08:30:01"))
                    .thenRefused(new LeaveAfterwards(DAY));
        }

        @Test
        void beginsBeforeItEnds() {
            given(ROSTERED)
                    .when(grantLeave("10:00", "10:00", "2024-03-01 08:00"))
                    .thenRefused(new EndsBeforeItBegins(LocalTime.of(10, 0), LocalTime.of(10, 0)));
        }
    }

    @Nested
    class HandingOver {

        @Test
        void namesBothPersonsAndTheTime() {
            var time = at("2024-02-29 17:00");
            var li = new Actor.Person(LI.value(), "李强");

            given(ROSTERED)
                    .when(new HandOver(DAY, LI, LocalTime.of(8, 30), LocalTime.of(12, 0), CLERK, time))
                    .then(StaffDayEvents.handedOver()
                            .of(DAY)
                            .organization(TOWN)
                            .from(new Actor.Person(WANG.value(), "王芳"))
                            .to(li)
                            .begin(LocalTime.of(8, 30))
                            .until(LocalTime.of(12, 0))
                            .by(CLERK)
                            .at(time)
                            .event());
        }

        @Test
        void isToSomebodyElse() {
            given(ROSTERED)
                    .when(new HandOver(
                            DAY, WANG, LocalTime.of(8, 30), LocalTime.of(12, 0), CLERK, at("2024-02-29 17:00")))
                    .thenRefused(new HandedToOneself(DAY));
        }
    }

    @Nested
    class AnAbsence {

        @Test
        void isEstablishedWithItsMinutes() {
            var time = at("2024-03-01 16:00");

            given(ROSTERED)
                    .when(new EstablishAbsence(
                            DAY, LocalTime.of(14, 0), LocalTime.of(15, 10), false, "窗口无人", ADMIN, time))
                    .then(StaffDayEvents.absenceEstablished()
                            .of(DAY)
                            .organization(TOWN)
                            .from(LocalTime.of(14, 0))
                            .to(LocalTime.of(15, 10))
                            .minutes(70)
                            .note("窗口无人")
                            .by(ADMIN)
                            .at(time)
                            .event());
        }
    }

    private static DeciderSpec<StaffDayState, StaffDayCommand, StaffDayEvent> given(StaffDayEvent... history) {
        return spec(new StaffDayFacts(Optional.of(MEMBER), Optional.of(HALL), Optional.of(SUBSTITUTE)), history);
    }

    private static DeciderSpec<StaffDayState, StaffDayCommand, StaffDayEvent> spec(
            StaffDayFacts facts, StaffDayEvent... history) {
        BiFunction<StaffDayState, StaffDayCommand, List<StaffDayEvent>> decider =
                (state, command) -> StaffDayDecider.decide(state, command, facts);
        return DeciderSpec.given(new StaffDayState.NotRostered(), StaffDayState::evolve, decider, history);
    }

    private static StaffRecord member(@Nullable LocalDate last) {
        var earlier = new Posting(LocalDate.of(2024, 1, 2), WINDOW, DutyRole.A, LI);
        var later = new Posting(LocalDate.of(2024, 4, 1), WINDOW, DutyRole.B, LI);
        return new StaffRecord(WANG, "王芳", TOWN, "窗口岗", ActorRole.CLERK, null, List.of(earlier, later), last);
    }

    private static Roster roster() {
        return new Roster(DAY, ADMIN, at("2024-02-29 16:00"));
    }

    private static CheckIn checkIn(String time) {
        return new CheckIn(DAY, null, CLERK, at(time));
    }

    private static CheckOut checkOut(String time) {
        return new CheckOut(DAY, null, CLERK, at(time));
    }

    private static CheckedIn checkedIn(String time) {
        return in("上午", time);
    }

    private static CheckedIn in(String shift, String time) {
        return StaffDayEvents.checkedIn()
                .of(DAY)
                .organization(TOWN)
                .shift(shift)
                .lateMinutes(0)
                .deviceTime(null)
                .by(CLERK)
                .at(at(time))
                .event();
    }

    private static CheckedOut checkedOut(String time) {
        return out("上午", time);
    }

    private static CheckedOut out(String shift, String time) {
        return StaffDayEvents.checkedOut()
                .of(DAY)
                .organization(TOWN)
                .shift(shift)
                .earlyMinutes(0)
                .minutesServed(0)
                .by(CLERK)
                .at(at(time))
                .event();
    }

    private static GrantLeave grantLeave(String from, String to, String time) {
        return new GrantLeave(
                DAY, LeaveKind.PERSONAL, LocalTime.parse(from), LocalTime.parse(to), "就医", ADMIN, at(time));
    }

    private static LeaveGranted leave(String from, String to) {
        return StaffDayEvents.leaveGranted()
                .of(DAY)
                .organization(TOWN)
                .kind(LeaveKind.PERSONAL)
                .from(LocalTime.parse(from))
                .to(LocalTime.parse(to))
                .reason("就医")
                .by(ADMIN)
                .at(at("2024-03-01 08:30"))
                .event();
    }
}
