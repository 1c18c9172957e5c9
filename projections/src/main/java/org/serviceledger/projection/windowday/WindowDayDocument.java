package org.serviceledger.projection.windowday;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.windowday.ExtraService;
import org.serviceledger.api.windowday.WindowDayId;
import org.serviceledger.projection.engine.Document;

/**
 * One day of one window.
 *
 * @param organizationPath the codes of the organisation and of all organisations above it
 * @param since the time at which the window entered its present state
 * @param stretches all stretches in which the window was open or paused, in order; the last has no end until the window
 *     closes
 * @param person the person who last opened or resumed the window
 * @param people all persons who acted at the window that day
 * @param openMinutes the minutes of ended open stretches, each rounded down to whole minutes
 */
@RecordBuilder
public record WindowDayDocument(
        WindowDayId windowDayId,
        WindowId window,
        OrganizationId organization,
        List<String> organizationPath,
        LocalDate date,
        WindowActivity state,
        Instant since,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        Actor.Person person,
        List<Actor.Person> people,
        List<Stretch> stretches,
        List<ExtraService> extraServices,
        long openMinutes,
        long pausedMinutes,
        int pauses,
        int pausesWithoutSign,
        long position)
        implements Document {

    /** A stretch of time in one state. */
    public record Stretch(
            WindowActivity state,
            Instant from,
            @Nullable Instant until,
            @Nullable String reason,
            @Nullable Boolean signShown,
            Actor.Person by) {}

    public WindowDayDocument {
        organizationPath = List.copyOf(organizationPath);
        people = List.copyOf(people);
        stretches = List.copyOf(stretches);
        extraServices = List.copyOf(extraServices);
    }
}
