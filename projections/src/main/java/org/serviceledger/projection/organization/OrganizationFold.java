package org.serviceledger.projection.organization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.organization.OrganizationEvent;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.staff.StaffEvent;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.window.WindowEvent;
import org.serviceledger.projection.organization.OrganizationDocument.Hall;
import org.serviceledger.projection.organization.OrganizationDocument.Leader;
import org.serviceledger.projection.organization.OrganizationDocument.Staff;
import org.serviceledger.projection.organization.OrganizationDocument.Window;

/** Folds one event into an organisation document. */
final class OrganizationFold {

    private final OrganizationDocumentBuilder next;

    private OrganizationFold(OrganizationDocumentBuilder next) {
        this.next = next;
    }

    /** Returns a fold from the document, or from an organisation that has only its code if there is none. */
    static OrganizationFold of(@Nullable OrganizationDocument document, OrganizationId id, Instant at) {
        var before = document == null ? unknown(id) : OrganizationDocumentBuilder.builder(document);
        return new OrganizationFold(before.changedAt(at));
    }

    private static OrganizationDocumentBuilder unknown(OrganizationId id) {
        return OrganizationDocumentBuilder.builder()
                .organizationId(id)
                .code(id.code())
                .path(id.path())
                .name(id.code())
                .shifts(List.of())
                .leaders(List.of())
                .windows(List.of())
                .staff(List.of());
    }

    OrganizationDocument after(OrganizationEvent event, long position) {
        switch (event) {
            case OrganizationEvent.OrganizationEstablished established ->
                next.name(established.name())
                        .kind(established.kind())
                        .parent(established.parent())
                        .address(established.address())
                        .phone(established.phone());
            case OrganizationEvent.HallSurveyed surveyed ->
                next.hall(new Hall(
                        surveyed.areaSquareMetres(),
                        surveyed.zones(),
                        surveyed.windows(),
                        surveyed.equipment(),
                        surveyed.occurredAt()));
            case OrganizationEvent.ServiceHoursSet set ->
                next.shifts(set.shifts()).graceMinutes(set.graceMinutes());
            case OrganizationEvent.LeaderAppointed appointed ->
                next.leaders(with(
                        next.leaders(),
                        new Leader(appointed.post(), appointed.leader(), appointed.from()),
                        _ -> false));
        }
        return next.position(position).build();
    }

    OrganizationDocument after(WindowEvent event, long position) {
        next.windows(
                switch (event) {
                    case WindowEvent.WindowSetUp setUp ->
                        with(
                                next.windows(),
                                new Window(setUp.windowId(), setUp.name(), setUp.kind(), false),
                                window -> window.window().equals(setUp.windowId()));
                    case WindowEvent.WindowRetired retired ->
                        next.windows().stream()
                                .map(window -> window.window().equals(retired.windowId())
                                        ? new Window(window.window(), window.name(), window.kind(), true)
                                        : window)
                                .toList();
                });
        return next.position(position).build();
    }

    OrganizationDocument after(StaffEvent event, long position) {
        var before = next.staff().stream()
                .filter(is(event.staffId()))
                .findFirst()
                .orElse(new Staff(event.staffId(), event.staffId().number(), null, null, null, null, null, null, null));
        var after = switch (event) {
            case StaffEvent.StaffRegistered registered ->
                new Staff(
                        registered.staffId(),
                        registered.name(),
                        registered.post(),
                        registered.role(),
                        registered.department(),
                        before.window(),
                        before.duty(),
                        before.partner(),
                        null);
            case StaffEvent.StaffAssigned assigned ->
                new Staff(
                        assigned.staffId(),
                        assigned.name(),
                        before.post(),
                        before.role(),
                        before.department(),
                        assigned.window(),
                        assigned.duty(),
                        assigned.partner(),
                        null);
            case StaffEvent.StaffLeft left ->
                new Staff(
                        left.staffId(),
                        left.name(),
                        before.post(),
                        before.role(),
                        before.department(),
                        null,
                        null,
                        null,
                        left.last());
        };
        return next.staff(with(next.staff(), after, is(event.staffId())))
                .position(position)
                .build();
    }

    private static Predicate<Staff> is(StaffId id) {
        return member -> member.staff().equals(id);
    }

    /** Returns the list with the element in the place of those that it replaces, or at the end if it replaces none. */
    private static <T> List<T> with(List<T> list, T element, Predicate<T> replaced) {
        var changed = new ArrayList<T>();
        boolean placed = false;
        for (var each : list) {
            changed.add(replaced.test(each) ? element : each);
            placed |= replaced.test(each);
        }
        if (!placed) {
            changed.add(element);
        }
        return changed;
    }
}
