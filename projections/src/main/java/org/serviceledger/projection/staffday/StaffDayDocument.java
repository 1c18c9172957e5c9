package org.serviceledger.projection.staffday;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.api.staff.DutyRole;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.staffday.LeaveKind;
import org.serviceledger.api.staffday.StaffDayId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.projection.engine.Document;
import org.serviceledger.projection.text.ChineseText;

/**
 * One day of one member of staff: what was planned and what happened.
 *
 * @param organizationPath the codes of the organisation and of all organisations above it
 * @param rostered whether the person was on the rota; not coming is an absence only then
 * @param shifts the service hours in force that day
 * @param attendance one entry for each shift that the person checked in to or out of
 * @param checkedIn whether the person came at all
 * @param absentMinutes the minutes of established absences
 * @param uncoveredMinutes the minutes of established absences without a substitute
 * @param coveredBy the colleagues who took over from the person (B角)
 */
@RecordBuilder
public record StaffDayDocument(
        StaffDayId staffDayId,
        StaffId staff,
        String name,
        OrganizationId organization,
        List<String> organizationPath,
        @Nullable WindowId window,
        @Nullable DutyRole duty,
        @Nullable StaffId partner,
        LocalDate date,
        boolean rostered,
        List<Shift> shifts,
        int graceMinutes,
        List<Attendance> attendance,
        boolean checkedIn,
        int timesLate,
        int lateMinutes,
        int timesEarly,
        int earlyMinutes,
        int minutesServed,
        List<Leave> leaves,
        List<Cover> covers,
        List<Actor.Person> coveredBy,
        List<Absence> absences,
        int absentMinutes,
        int uncoveredMinutes,
        List<Inspection> inspections,
        int inspectionsFailed,
        long position)
        implements Document {

    /** Check-in and check-out for one shift. */
    public record Attendance(
            String shift,
            @Nullable Instant in,
            int lateMinutes,
            @Nullable Instant out,
            int earlyMinutes,
            int minutesServed) {}

    /** An excused absence. */
    public record Leave(LeaveKind kind, LocalTime from, LocalTime to, String reason) {}

    /** A handover of duty from A to B (A角, B角). */
    public record Cover(Actor.Person from, Actor.Person to, LocalTime begin, LocalTime until) {}

    /** An established absence without leave. */
    public record Absence(LocalTime from, LocalTime to, int minutes, boolean covered, String note) {}

    /** An inspection of the person at work. */
    public record Inspection(
            Instant at,
            Actor.Person by,
            boolean uniform,
            boolean badge,
            boolean atPost,
            @Nullable String note) {}

    public StaffDayDocument {
        organizationPath = List.copyOf(organizationPath);
        shifts = List.copyOf(shifts);
        attendance = List.copyOf(attendance);
        leaves = List.copyOf(leaves);
        covers = List.copyOf(covers);
        coveredBy = List.copyOf(coveredBy);
        absences = List.copyOf(absences);
        inspections = List.copyOf(inspections);
    }

    /** Returns the terms of the whitespace-analysed field of the same name. The field is not kept in the source. */
    @JsonProperty
    String words() {
        return ChineseText.words(name);
    }

    @JsonProperty
    String pinyin() {
        return ChineseText.pinyin(name);
    }
}
