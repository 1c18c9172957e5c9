package org.serviceledger.query.attendance;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.staff.DutyRole;
import org.serviceledger.api.staffday.LeaveKind;

/**
 * A person's days with every check-in and check-out.
 *
 * @param asOf the answer reflects the ledger up to this position
 */
public record PersonDays(
        String person, String name, LocalDate from, LocalDate to, List<Day> days, Totals total, long asOf)
        implements AttendanceReport {

    /**
     * One day.
     *
     * @param rostered whether the person was on the rota
     */
    @RecordBuilder
    public record Day(
            LocalDate date,
            DayVerdict verdict,
            String verdictTerm,
            boolean rostered,
            String organisationId,
            String organisation,
            @Nullable String window,
            @Nullable String windowName,
            @Nullable DutyRole duty,
            @Nullable String partner,
            List<ShiftSeen> shifts,
            List<Leave> leaves,
            List<HandOver> handOvers,
            List<Absence> absences,
            List<Inspection> inspections) {}

    /** One shift with the person's check-in and check-out. */
    public record ShiftSeen(
            String name,
            @Nullable LocalTime start,
            @Nullable LocalTime end,
            @Nullable Instant checkedInAt,
            int lateMinutes,
            @Nullable Instant checkedOutAt,
            int earlyMinutes,
            int minutesServed) {}

    /** A granted leave. */
    public record Leave(LeaveKind kind, String term, LocalTime from, LocalTime to, String reason) {}

    /** A window handed over from A to B. */
    public record HandOver(Actor.Person from, Actor.Person to, LocalTime begin, LocalTime until) {}

    /** An established absence (缺岗认定). */
    public record Absence(LocalTime from, LocalTime to, int minutes, boolean covered, String note) {}

    /** The findings of one inspection. */
    public record Inspection(
            Instant at,
            boolean uniform,
            boolean badge,
            boolean atPost,
            @Nullable String note) {}
}
