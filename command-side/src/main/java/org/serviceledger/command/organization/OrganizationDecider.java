package org.serviceledger.command.organization;

import java.util.List;
import java.util.Set;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.organization.OrganizationCommand;
import org.serviceledger.api.organization.OrganizationCommand.AppointLeader;
import org.serviceledger.api.organization.OrganizationCommand.Establish;
import org.serviceledger.api.organization.OrganizationCommand.SetServiceHours;
import org.serviceledger.api.organization.OrganizationCommand.SurveyHall;
import org.serviceledger.api.organization.OrganizationEvent;
import org.serviceledger.api.organization.OrganizationEvent.HallSurveyed;
import org.serviceledger.api.organization.OrganizationEvent.LeaderAppointed;
import org.serviceledger.api.organization.OrganizationEvent.OrganizationEstablished;
import org.serviceledger.api.organization.OrganizationEvent.ServiceHoursSet;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.organization.OrganizationRefusal.AlreadyEstablished;
import org.serviceledger.api.organization.OrganizationRefusal.KindDoesNotFitCode;
import org.serviceledger.api.organization.OrganizationRefusal.NoShifts;
import org.serviceledger.api.organization.OrganizationRefusal.NotEstablished;
import org.serviceledger.api.organization.OrganizationRefusal.ParentNotAbove;
import org.serviceledger.api.organization.OrganizationRefusal.ShiftsOverlap;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.command.organization.OrganizationState.Established;
import org.serviceledger.command.organization.OrganizationState.Unestablished;

/** The rules of an organisation. Pure functions: they depend on no framework and no clock. */
final class OrganizationDecider {

    private OrganizationDecider() {}

    /**
     * Returns the events that a command causes.
     *
     * @param parentIsThere whether the parent that the command names has been established
     */
    static List<OrganizationEvent> decide(OrganizationState state, OrganizationCommand command, boolean parentIsThere) {
        return switch (command) {
            case Establish establish -> establish(state, establish, parentIsThere);
            case SurveyHall survey -> survey(mustBeEstablished(state, survey), survey);
            case SetServiceHours set -> setServiceHours(mustBeEstablished(state, set), set);
            case AppointLeader appoint -> appoint(mustBeEstablished(state, appoint), appoint);
        };
    }

    /** The commands that may follow in this state; every other one is refused. */
    static Set<Class<? extends OrganizationCommand>> legal(OrganizationState state) {
        return switch (state) {
            case Unestablished _ -> Set.of(Establish.class);
            case Established _ -> Set.of(SurveyHall.class, SetServiceHours.class, AppointLeader.class);
        };
    }

    private static List<OrganizationEvent> establish(OrganizationState state, Establish c, boolean parentIsThere) {
        var id = c.organizationId();
        if (!(state instanceof Unestablished)) {
            throw new CommandRefused(new AlreadyEstablished(id));
        }
        if (id.code().length() != digits(c.kind())) {
            throw new CommandRefused(new KindDoesNotFitCode(id, c.kind()));
        }
        var parent = c.parent();
        if (parent != null) {
            mustBeAbove(parent, id);
            if (!parentIsThere) {
                throw new CommandRefused(new NotEstablished(parent));
            }
        }
        return List.of(
                new OrganizationEstablished(id, c.name(), c.kind(), parent, c.address(), c.phone(), c.by(), c.at()));
    }

    private static void mustBeAbove(OrganizationId parent, OrganizationId child) {
        if (parent.equals(child) || !child.path().contains(parent.code())) {
            throw new CommandRefused(new ParentNotAbove(child, parent));
        }
    }

    private static int digits(OrganizationKind kind) {
        return switch (kind) {
            case COUNTY_OFFICE -> 6;
            case TOWN_CENTRE, ZONE_BUREAU -> 9;
            case VILLAGE_CENTRE -> 12;
        };
    }

    private static List<OrganizationEvent> survey(OrganizationId id, SurveyHall c) {
        return List.of(
                new HallSurveyed(id, c.areaSquareMetres(), c.zones(), c.windows(), c.equipment(), c.by(), c.at()));
    }

    private static List<OrganizationEvent> setServiceHours(OrganizationId id, SetServiceHours c) {
        if (c.shifts().isEmpty()) {
            throw new CommandRefused(new NoShifts(id));
        }
        for (var i = 1; i < c.shifts().size(); i++) {
            mustFollow(c.shifts().get(i - 1), c.shifts().get(i));
        }
        return List.of(new ServiceHoursSet(id, c.shifts(), c.graceMinutes(), c.by(), c.at()));
    }

    private static void mustFollow(Shift earlier, Shift later) {
        if (later.start().isBefore(earlier.end())) {
            throw new CommandRefused(new ShiftsOverlap(earlier, later));
        }
    }

    private static List<OrganizationEvent> appoint(OrganizationId id, AppointLeader c) {
        return List.of(new LeaderAppointed(id, c.post(), c.leader(), c.from(), c.by(), c.at()));
    }

    private static OrganizationId mustBeEstablished(OrganizationState state, OrganizationCommand command) {
        if (state instanceof Established) {
            return command.organizationId();
        }
        throw new CommandRefused(new NotEstablished(command.organizationId()));
    }
}
