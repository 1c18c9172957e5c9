package org.serviceledger.projection.staffday;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.staffday.StaffDayEvent;
import org.serviceledger.projection.staffday.StaffDayDocument.Absence;
import org.serviceledger.projection.staffday.StaffDayDocument.Attendance;
import org.serviceledger.projection.staffday.StaffDayDocument.Cover;
import org.serviceledger.projection.staffday.StaffDayDocument.Inspection;
import org.serviceledger.projection.staffday.StaffDayDocument.Leave;

/** Folds one event into a staff-day document. */
final class StaffDayFold {

    private final StaffDayDocumentBuilder next;

    private StaffDayFold(StaffDayDocumentBuilder next) {
        this.next = next;
    }

    /** Returns a fold from the document, or from a day of which nothing was planned if there is none. */
    static StaffDayFold of(@Nullable StaffDayDocument document, StaffDayEvent event) {
        return new StaffDayFold(document == null ? unplanned(event) : StaffDayDocumentBuilder.builder(document));
    }

    private static StaffDayDocumentBuilder unplanned(StaffDayEvent event) {
        var staff = event.staffDayId().staff();
        var own = event.by().person().equals(staff.value());
        return StaffDayDocumentBuilder.builder()
                .staffDayId(event.staffDayId())
                .staff(staff)
                .name(own ? event.by().name() : staff.number())
                .organization(event.organization())
                .organizationPath(event.organization().path())
                .window(own ? event.by().window() : null)
                .date(event.staffDayId().date())
                .shifts(List.of())
                .attendance(List.of())
                .leaves(List.of())
                .covers(List.of())
                .coveredBy(List.of())
                .absences(List.of())
                .inspections(List.of());
    }

    StaffDayDocument after(StaffDayEvent event, long position) {
        switch (event) {
            case StaffDayEvent.Rostered planned -> plan(planned);
            case StaffDayEvent.CheckedIn in -> checkIn(in);
            case StaffDayEvent.CheckedOut out -> checkOut(out);
            case StaffDayEvent.LeaveGranted granted ->
                next.leaves(
                        with(next.leaves(), new Leave(granted.kind(), granted.from(), granted.to(), granted.reason())));
            case StaffDayEvent.HandedOver over ->
                next.covers(with(next.covers(), new Cover(over.from(), over.to(), over.begin(), over.until())))
                        .coveredBy(
                                next.coveredBy().contains(over.to())
                                        ? next.coveredBy()
                                        : with(next.coveredBy(), over.to()));
            case StaffDayEvent.AbsenceEstablished gone ->
                next.absences(with(
                                next.absences(),
                                new Absence(gone.from(), gone.to(), gone.minutes(), gone.covered(), gone.note())))
                        .absentMinutes(next.absentMinutes() + gone.minutes())
                        .uncoveredMinutes(next.uncoveredMinutes() + (gone.covered() ? 0 : gone.minutes()));
            case StaffDayEvent.Inspected seen -> inspect(seen);
        }
        return next.position(position).build();
    }

    private void plan(StaffDayEvent.Rostered planned) {
        next.rostered(true)
                .name(planned.name())
                .organization(planned.organization())
                .organizationPath(planned.organization().path())
                .window(planned.window())
                .duty(planned.duty())
                .partner(planned.partner())
                .shifts(planned.shifts())
                .graceMinutes(planned.graceMinutes());
    }

    private void checkIn(StaffDayEvent.CheckedIn in) {
        next.timesLate(next.timesLate() + (in.lateMinutes() > 0 ? 1 : 0))
                .lateMinutes(next.lateMinutes() + in.lateMinutes())
                .checkedIn(true);
        attend(new Attendance(in.shift(), in.occurredAt(), in.lateMinutes(), null, 0, 0));
    }

    private void checkOut(StaffDayEvent.CheckedOut out) {
        next.timesEarly(next.timesEarly() + (out.earlyMinutes() > 0 ? 1 : 0))
                .earlyMinutes(next.earlyMinutes() + out.earlyMinutes())
                .minutesServed(next.minutesServed() + out.minutesServed());
        var came = attendance(out.shift());
        attend(new Attendance(
                out.shift(),
                came == null ? null : came.in(),
                came == null ? 0 : came.lateMinutes(),
                out.occurredAt(),
                out.earlyMinutes(),
                out.minutesServed()));
    }

    private void inspect(StaffDayEvent.Inspected seen) {
        var by = new Actor.Person(seen.by().person(), seen.by().name());
        var passed = seen.uniform() && seen.badge() && seen.atPost();
        next.inspections(with(
                        next.inspections(),
                        new Inspection(
                                seen.occurredAt(), by, seen.uniform(), seen.badge(), seen.atPost(), seen.note())))
                .inspectionsFailed(next.inspectionsFailed() + (passed ? 0 : 1));
    }

    private @Nullable Attendance attendance(String shift) {
        return next.attendance().stream()
                .filter(each -> each.shift().equals(shift))
                .findFirst()
                .orElse(null);
    }

    private void attend(Attendance now) {
        var others = next.attendance().stream()
                .filter(each -> !each.shift().equals(now.shift()))
                .toList();
        next.attendance(with(others, now));
    }

    private static <T> List<T> with(List<T> list, T element) {
        var longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }
}
