package org.serviceledger.command.organization;

import static org.serviceledger.command.Examples.*;

import java.time.LocalTime;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.api.organization.OrganizationCommand;
import org.serviceledger.api.organization.OrganizationCommand.Establish;
import org.serviceledger.api.organization.OrganizationCommand.SetServiceHours;
import org.serviceledger.api.organization.OrganizationEvent;
import org.serviceledger.api.organization.OrganizationEvent.OrganizationEstablished;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.organization.OrganizationRefusal.AlreadyEstablished;
import org.serviceledger.api.organization.OrganizationRefusal.KindDoesNotFitCode;
import org.serviceledger.api.organization.OrganizationRefusal.NoShifts;
import org.serviceledger.api.organization.OrganizationRefusal.NotEstablished;
import org.serviceledger.api.organization.OrganizationRefusal.ParentNotAbove;
import org.serviceledger.api.organization.OrganizationRefusal.ShiftsOverlap;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.command.DeciderSpec;
import org.serviceledger.fixtures.OrganizationEvents;

class OrganizationDeciderTest {

    private static final OrganizationEstablished ESTABLISHED = OrganizationEvents.established()
            .of(TOWN)
            .name("中心")
            .parent(COUNTY)
            .address(null)
            .by(ADMIN)
            .at(at("2024-01-02 08:00"))
            .event();

    @Nested
    class AnOrganization {

        @Test
        void isEstablishedOnceBelowItsParent() {
            given(true)
                    .when(establish(TOWN, OrganizationKind.TOWN_CENTRE, COUNTY))
                    .then(ESTABLISHED);
            given(true, ESTABLISHED)
                    .when(establish(TOWN, OrganizationKind.TOWN_CENTRE, COUNTY))
                    .thenRefused(new AlreadyEstablished(TOWN));
        }

        @Test
        void isBelowAParentThatIsThereAndWhoseCodeItsOwnBeginsWith() {
            var elsewhere = OrganizationId.ofCode("320612");

            given(false)
                    .when(establish(TOWN, OrganizationKind.TOWN_CENTRE, COUNTY))
                    .thenRefused(new NotEstablished(COUNTY));
            given(true)
                    .when(establish(TOWN, OrganizationKind.TOWN_CENTRE, elsewhere))
                    .thenRefused(new ParentNotAbove(TOWN, elsewhere));
            given(true)
                    .when(establish(TOWN, OrganizationKind.TOWN_CENTRE, TOWN))
                    .thenRefused(new ParentNotAbove(TOWN, TOWN));
        }

        @ParameterizedTest
        @CsvSource({
            "320623, TOWN_CENTRE",
            "320623001, VILLAGE_CENTRE",
            "320623400, COUNTY_OFFICE",
            "320623001001, ZONE_BUREAU"
        })
        void hasACodeAsLongAsItsKindDemands(String code, OrganizationKind kind) {
            var id = OrganizationId.ofCode(code);

            given(true).when(establish(id, kind, null)).thenRefused(new KindDoesNotFitCode(id, kind));
        }
    }

    @Nested
    class ServiceHours {

        @Test
        void areSetForWhatIsEstablished() {
            given(false).when(hours(MORNING)).thenRefused(new NotEstablished(TOWN));
            given(false, ESTABLISHED)
                    .when(hours(MORNING, AFTERNOON))
                    .then(OrganizationEvents.serviceHoursSet()
                            .of(TOWN)
                            .shifts(List.of(MORNING, AFTERNOON))
                            .by(ADMIN)
                            .at(at("2024-01-02 09:00"))
                            .event());
        }

        @Test
        void areOfAtLeastOneShiftAndInOrder() {
            var noon = new Shift("午间", LocalTime.of(11, 59), LocalTime.of(14, 0));

            given(false, ESTABLISHED).when(hours()).thenRefused(new NoShifts(TOWN));
            given(false, ESTABLISHED).when(hours(MORNING, noon)).thenRefused(new ShiftsOverlap(MORNING, noon));
            given(false, ESTABLISHED)
                    .when(hours(AFTERNOON, MORNING))
                    .thenRefused(new ShiftsOverlap(AFTERNOON, MORNING));
        }
    }

    private static DeciderSpec<OrganizationState, OrganizationCommand, OrganizationEvent> given(
            boolean parentIsThere, OrganizationEvent... history) {
        BiFunction<OrganizationState, OrganizationCommand, List<OrganizationEvent>> decider =
                (state, command) -> OrganizationDecider.decide(state, command, parentIsThere);
        return DeciderSpec.given(new OrganizationState.Unestablished(), OrganizationState::evolve, decider, history);
    }

    private static Establish establish(OrganizationId id, OrganizationKind kind, @Nullable OrganizationId parent) {
        return new Establish(id, "中心", kind, parent, null, null, ADMIN, at("2024-01-02 08:00"));
    }

    private static SetServiceHours hours(Shift... shifts) {
        return new SetServiceHours(TOWN, List.of(shifts), 5, ADMIN, at("2024-01-02 09:00"));
    }
}
