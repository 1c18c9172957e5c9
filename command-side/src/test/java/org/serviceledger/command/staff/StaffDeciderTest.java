package org.serviceledger.command.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.command.Examples.*;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationRefusal.NotEstablished;
import org.serviceledger.api.staff.DutyRole;
import org.serviceledger.api.staff.StaffCommand;
import org.serviceledger.api.staff.StaffCommand.Assign;
import org.serviceledger.api.staff.StaffCommand.Leave;
import org.serviceledger.api.staff.StaffCommand.Register;
import org.serviceledger.api.staff.StaffEvent;
import org.serviceledger.api.staff.StaffEvent.StaffAssigned;
import org.serviceledger.api.staff.StaffEvent.StaffLeft;
import org.serviceledger.api.staff.StaffEvent.StaffRegistered;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.staff.StaffRefusal.AlreadyRegistered;
import org.serviceledger.api.staff.StaffRefusal.HasLeft;
import org.serviceledger.api.staff.StaffRefusal.NotRegistered;
import org.serviceledger.api.staff.StaffRefusal.OwnPartner;
import org.serviceledger.api.staff.StaffRefusal.WindowOfAnotherHall;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.window.WindowRefusal.WindowIsRetired;
import org.serviceledger.api.window.WindowRefusal.WindowNotSetUp;
import org.serviceledger.command.DeciderSpec;
import org.serviceledger.command.staff.StaffRecord.Posting;
import org.serviceledger.command.window.WindowStanding;
import org.serviceledger.fixtures.StaffEvents;

class StaffDeciderTest {

    private static final StaffFacts ALL_THERE = new StaffFacts(true, WindowStanding.IN_USE, true);
    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 2);
    private static final StaffRegistered REGISTERED = StaffEvents.registered()
            .of(WANG)
            .name("王芳")
            .organization(TOWN)
            .department(null)
            .by(ADMIN)
            .at(at("2024-01-02 08:00"))
            .event();
    private static final StaffLeft LEFT = StaffEvents.left()
            .of(WANG)
            .name("王芳")
            .organization(TOWN)
            .last(LocalDate.of(2024, 3, 31))
            .by(ADMIN)
            .at(at("2024-03-20 08:00"))
            .event();

    @Nested
    class AMemberOfStaff {

        @Test
        void isRegisteredOnceInAHallThatIsThere() {
            given(ALL_THERE).when(register()).then(REGISTERED);
            given(ALL_THERE, REGISTERED).when(register()).thenRefused(new AlreadyRegistered(WANG));
            given(StaffFacts.NONE).when(register()).thenRefused(new NotEstablished(TOWN));
        }

        @Test
        void isPostedToAWindowOfTheOwnHallThatIsInUse() {
            var elsewhere = WindowId.of(OrganizationId.ofCode("320623100"), 1);

            given(ALL_THERE, REGISTERED).when(assign(WINDOW, LI)).then(assigned(JANUARY, DutyRole.A));
            given(ALL_THERE, REGISTERED)
                    .when(assign(elsewhere, LI))
                    .thenRefused(new WindowOfAnotherHall(WANG, elsewhere));
            given(new StaffFacts(true, WindowStanding.UNKNOWN, true), REGISTERED)
                    .when(assign(WINDOW, LI))
                    .thenRefused(new WindowNotSetUp(WINDOW));
            given(new StaffFacts(true, WindowStanding.RETIRED, true), REGISTERED)
                    .when(assign(WINDOW, LI))
                    .thenRefused(new WindowIsRetired(WINDOW));
        }

        @Test
        void isPairedWithSomebodyElseWhoIsThere() {
            given(ALL_THERE, REGISTERED).when(assign(WINDOW, WANG)).thenRefused(new OwnPartner(WANG));
            given(new StaffFacts(true, WindowStanding.IN_USE, false), REGISTERED)
                    .when(assign(WINDOW, LI))
                    .thenRefused(new NotRegistered(LI));
            given(new StaffFacts(true, WindowStanding.IN_USE, false), REGISTERED)
                    .when(assign(WINDOW, null))
                    .thenOne(StaffAssigned.class);
        }

        @Test
        void leavesOnce() {
            var leave = new Leave(WANG, LEFT.last(), ADMIN, LEFT.occurredAt());

            given(ALL_THERE).when(leave).thenRefused(new NotRegistered(WANG));
            given(ALL_THERE, REGISTERED).when(leave).then(LEFT);
            given(ALL_THERE, REGISTERED, LEFT).when(leave).thenRefused(new HasLeft(WANG));
        }
    }

    @Nested
    class APosting {

        @Test
        void isTheLastOneMadeOfThoseBegun() {
            StaffState state = new StaffState.Unregistered();
            for (var event : List.of(
                    REGISTERED, assigned(JANUARY, DutyRole.A), assigned(LocalDate.of(2024, 3, 1), DutyRole.B), LEFT)) {
                state = state.evolve(event);
            }

            assertThat(state).isInstanceOfSatisfying(StaffState.Left.class, left -> {
                assertThat(left.member().postingOn(JANUARY.minusDays(1))).isEmpty();
                assertThat(left.member().postingOn(LocalDate.of(2024, 2, 29)).map(Posting::duty))
                        .contains(DutyRole.A);
                assertThat(left.member().postingOn(LocalDate.of(2024, 3, 1)).map(Posting::duty))
                        .contains(DutyRole.B);
                assertThat(left.member().isInServiceOn(LEFT.last())).isTrue();
                assertThat(left.member().isInServiceOn(LEFT.last().plusDays(1))).isFalse();
            });
        }
    }

    private static DeciderSpec<StaffState, StaffCommand, StaffEvent> given(StaffFacts facts, StaffEvent... history) {
        BiFunction<StaffState, StaffCommand, List<StaffEvent>> decider =
                (state, command) -> StaffDecider.decide(state, command, facts);
        return DeciderSpec.given(new StaffState.Unregistered(), StaffState::evolve, decider, history);
    }

    private static Register register() {
        return new Register(WANG, "王芳", TOWN, "窗口岗", ActorRole.CLERK, null, ADMIN, at("2024-01-02 08:00"));
    }

    private static Assign assign(WindowId window, @Nullable StaffId partner) {
        return new Assign(WANG, window, DutyRole.A, partner, JANUARY, ADMIN, at("2024-01-02 09:00"));
    }

    private static StaffAssigned assigned(LocalDate from, DutyRole duty) {
        return StaffEvents.assigned()
                .of(WANG)
                .name("王芳")
                .organization(TOWN)
                .window(WINDOW)
                .duty(duty)
                .partner(LI)
                .from(from)
                .by(ADMIN)
                .at(at("2024-01-02 09:00"))
                .event();
    }
}
