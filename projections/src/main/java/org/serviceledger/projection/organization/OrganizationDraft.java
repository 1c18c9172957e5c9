package org.serviceledger.projection.organization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.organization.OrganizationEvent;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.api.staff.StaffEvent;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.window.WindowEvent;
import org.serviceledger.projection.organization.OrganizationDocument.Hall;
import org.serviceledger.projection.organization.OrganizationDocument.Leader;
import org.serviceledger.projection.organization.OrganizationDocument.Staff;
import org.serviceledger.projection.organization.OrganizationDocument.Window;

/** An organisation document under construction while an event is folded in. */
final class OrganizationDraft {

    private final OrganizationId organizationId;
    private String name;
    private @Nullable OrganizationKind kind;
    private @Nullable OrganizationId parent;
    private @Nullable String address;
    private @Nullable String phone;
    private @Nullable Hall hall;
    private List<Shift> shifts = List.of();
    private @Nullable Integer graceMinutes;
    private List<Leader> leaders = List.of();
    private List<Window> windows = List.of();
    private List<Staff> staff = List.of();
    private Instant changedAt;

    private OrganizationDraft(OrganizationDocument document) {
        organizationId = document.organizationId();
        name = document.name();
        kind = document.kind();
        parent = document.parent();
        address = document.address();
        phone = document.phone();
        hall = document.hall();
        shifts = document.shifts();
        graceMinutes = document.graceMinutes();
        leaders = document.leaders();
        windows = document.windows();
        staff = document.staff();
        changedAt = document.changedAt();
    }

    private OrganizationDraft(OrganizationId organizationId, Instant at) {
        this.organizationId = organizationId;
        this.name = organizationId.code();
        this.changedAt = at;
    }

    static OrganizationDraft of(@Nullable OrganizationDocument document, OrganizationId id, Instant at) {
        var draft = document == null ? new OrganizationDraft(id, at) : new OrganizationDraft(document);
        draft.changedAt = at;
        return draft;
    }

    OrganizationDocument after(OrganizationEvent event, long position) {
        switch (event) {
            case OrganizationEvent.OrganizationEstablished established -> {
                name = established.name();
                kind = established.kind();
                parent = established.parent();
                address = established.address();
                phone = established.phone();
            }
            case OrganizationEvent.HallSurveyed surveyed ->
                hall = new Hall(
                        surveyed.areaSquareMetres(),
                        surveyed.zones(),
                        surveyed.windows(),
                        surveyed.equipment(),
                        surveyed.occurredAt());
            case OrganizationEvent.ServiceHoursSet set -> {
                shifts = set.shifts();
                graceMinutes = set.graceMinutes();
            }
            case OrganizationEvent.LeaderAppointed appointed ->
                leaders = with(leaders, new Leader(appointed.post(), appointed.leader(), appointed.from()), _ -> false);
        }
        return toDocument(position);
    }

    OrganizationDocument after(WindowEvent event, long position) {
        windows = switch (event) {
            case WindowEvent.WindowSetUp setUp ->
                with(
                        windows,
                        new Window(setUp.windowId(), setUp.name(), setUp.kind(), false),
                        window -> window.window().equals(setUp.windowId()));
            case WindowEvent.WindowRetired retired ->
                windows.stream()
                        .map(window -> window.window().equals(retired.windowId())
                                ? new Window(window.window(), window.name(), window.kind(), true)
                                : window)
                        .toList();
        };
        return toDocument(position);
    }

    OrganizationDocument after(StaffEvent event, long position) {
        var before = staff.stream()
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
        staff = with(staff, after, is(event.staffId()));
        return toDocument(position);
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

    private OrganizationDocument toDocument(long position) {
        return new OrganizationDocument(
                organizationId,
                organizationId.code(),
                organizationId.path(),
                name,
                kind,
                parent,
                address,
                phone,
                hall,
                shifts,
                graceMinutes,
                leaders,
                windows,
                staff,
                changedAt,
                position);
    }
}
