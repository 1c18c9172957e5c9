package org.serviceledger.projection.staffday;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.api.staff.DutyRole;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.staffday.StaffDayEvent;
import org.serviceledger.api.staffday.StaffDayId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.projection.staffday.StaffDayDocument.Absence;
import org.serviceledger.projection.staffday.StaffDayDocument.Attendance;
import org.serviceledger.projection.staffday.StaffDayDocument.Cover;
import org.serviceledger.projection.staffday.StaffDayDocument.Inspection;
import org.serviceledger.projection.staffday.StaffDayDocument.Leave;

/** A staff-day document under construction while an event is folded in. */
final class StaffDayDraft {

    private final StaffDayId staffDayId;
    private String name;
    private OrganizationId organization;
    private @Nullable WindowId window;
    private @Nullable DutyRole duty;
    private @Nullable StaffId partner;
    private boolean rostered;
    private List<Shift> shifts = List.of();
    private int graceMinutes;
    private List<Attendance> attendance = List.of();
    private boolean checkedIn;
    private int timesLate;
    private int lateMinutes;
    private int timesEarly;
    private int earlyMinutes;
    private int minutesServed;
    private List<Leave> leaves = List.of();
    private List<Cover> covers = List.of();
    private List<Actor.Person> coveredBy = List.of();
    private List<Absence> absences = List.of();
    private int absentMinutes;
    private int uncoveredMinutes;
    private List<Inspection> inspections = List.of();
    private int inspectionsFailed;

    private StaffDayDraft(StaffDayDocument document) {
        staffDayId = document.staffDayId();
        name = document.name();
        organization = document.organization();
        window = document.window();
        duty = document.duty();
        partner = document.partner();
        rostered = document.rostered();
        shifts = document.shifts();
        graceMinutes = document.graceMinutes();
        attendance = document.attendance();
        checkedIn = document.checkedIn();
        timesLate = document.timesLate();
        lateMinutes = document.lateMinutes();
        timesEarly = document.timesEarly();
        earlyMinutes = document.earlyMinutes();
        minutesServed = document.minutesServed();
        leaves = document.leaves();
        covers = document.covers();
        coveredBy = document.coveredBy();
        absences = document.absences();
        absentMinutes = document.absentMinutes();
        uncoveredMinutes = document.uncoveredMinutes();
        inspections = document.inspections();
        inspectionsFailed = document.inspectionsFailed();
    }

    private StaffDayDraft(StaffDayEvent event) {
        staffDayId = event.staffDayId();
        organization = event.organization();
        var staff = event.staffDayId().staff();
        name = event.by().person().equals(staff.value()) ? event.by().name() : staff.number();
        window = event.by().person().equals(staff.value()) ? event.by().window() : null;
    }

    static StaffDayDraft of(@Nullable StaffDayDocument document, StaffDayEvent event) {
        return document == null ? new StaffDayDraft(event) : new StaffDayDraft(document);
    }

    StaffDayDocument after(StaffDayEvent event, long position) {
        switch (event) {
            case StaffDayEvent.Rostered planned -> plan(planned);
            case StaffDayEvent.CheckedIn in -> {
                timesLate += in.lateMinutes() > 0 ? 1 : 0;
                lateMinutes += in.lateMinutes();
                checkedIn = true;
                attend(new Attendance(in.shift(), in.occurredAt(), in.lateMinutes(), null, 0, 0));
            }
            case StaffDayEvent.CheckedOut out -> {
                timesEarly += out.earlyMinutes() > 0 ? 1 : 0;
                earlyMinutes += out.earlyMinutes();
                minutesServed += out.minutesServed();
                var came = attendance(out.shift());
                attend(new Attendance(
                        out.shift(),
                        came == null ? null : came.in(),
                        came == null ? 0 : came.lateMinutes(),
                        out.occurredAt(),
                        out.earlyMinutes(),
                        out.minutesServed()));
            }
            case StaffDayEvent.LeaveGranted granted ->
                leaves = with(leaves, new Leave(granted.kind(), granted.from(), granted.to(), granted.reason()));
            case StaffDayEvent.HandedOver over -> {
                covers = with(covers, new Cover(over.from(), over.to(), over.begin(), over.until()));
                coveredBy = coveredBy.contains(over.to()) ? coveredBy : with(coveredBy, over.to());
            }
            case StaffDayEvent.AbsenceEstablished gone -> {
                absences = with(
                        absences, new Absence(gone.from(), gone.to(), gone.minutes(), gone.covered(), gone.note()));
                absentMinutes += gone.minutes();
                uncoveredMinutes += gone.covered() ? 0 : gone.minutes();
            }
            case StaffDayEvent.Inspected seen -> inspect(seen);
        }
        return toDocument(position);
    }

    private void plan(StaffDayEvent.Rostered planned) {
        rostered = true;
        name = planned.name();
        organization = planned.organization();
        window = planned.window();
        duty = planned.duty();
        partner = planned.partner();
        shifts = planned.shifts();
        graceMinutes = planned.graceMinutes();
    }

    private void inspect(StaffDayEvent.Inspected seen) {
        var by = new Actor.Person(seen.by().person(), seen.by().name());
        inspections = with(
                inspections,
                new Inspection(seen.occurredAt(), by, seen.uniform(), seen.badge(), seen.atPost(), seen.note()));
        inspectionsFailed += seen.uniform() && seen.badge() && seen.atPost() ? 0 : 1;
    }

    private @Nullable Attendance attendance(String shift) {
        return attendance.stream()
                .filter(each -> each.shift().equals(shift))
                .findFirst()
                .orElse(null);
    }

    private void attend(Attendance now) {
        var others = attendance.stream()
                .filter(each -> !each.shift().equals(now.shift()))
                .toList();
        attendance = with(others, now);
    }

    private static <T> List<T> with(List<T> list, T element) {
        var longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }

    private StaffDayDocument toDocument(long position) {
        return new StaffDayDocument(
                staffDayId,
                staffDayId.staff(),
                name,
                organization,
                organization.path(),
                window,
                duty,
                partner,
                staffDayId.date(),
                rostered,
                shifts,
                graceMinutes,
                attendance,
                checkedIn,
                timesLate,
                lateMinutes,
                timesEarly,
                earlyMinutes,
                minutesServed,
                leaves,
                covers,
                coveredBy,
                absences,
                absentMinutes,
                uncoveredMinutes,
                inspections,
                inspectionsFailed,
                position);
    }
}
