package org.serviceledger.app.demonstration;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.window.WindowKind;

/**
 * A hall with its windows and staff.
 *
 * @param stand the colleague posted as B at the first window; null if there is none
 * @param back reviewer, approver and manager, in this order; empty in villages
 */
record StaffedHall(
        OrganizationId id,
        String name,
        OrganizationKind kind,
        List<Window> windows,
        @Nullable Member stand,
        List<Member> back) {

    private static final int LARGE = 10;

    StaffedHall {
        windows = List.copyOf(windows);
        back = List.copyOf(back);
    }

    /**
     * A window with its holder (A) and stand-in (B).
     *
     * @param specialty business of a specialised window; empty for other windows
     */
    record Window(WindowId id, String name, WindowKind kind, String specialty, Member a, Member b) {}

    /** A member of a hall's staff. */
    record Member(StaffId id, String name, OrganizationId hall, String post, ActorRole role, String department) {

        Actor at(@Nullable WindowId window) {
            return new Actor(id.value(), name, role, post, window, hall, department, null);
        }

        /** This member, standing in for an absent colleague. */
        Actor at(WindowId window, Member absent) {
            return new Actor(id.value(), name, role, post, window, hall, department, absent.person());
        }

        Actor.Person person() {
            return new Actor.Person(id.value(), name);
        }
    }

    Stream<Member> everybody() {
        return Stream.of(windows.stream().map(Window::a), Stream.ofNullable(stand), back.stream())
                .flatMap(part -> part);
    }

    /** The members on the hall's own rota. Reviewer and approver work in their departments. */
    Stream<Member> onRota() {
        return everybody().filter(member -> !back.contains(member) || member.equals(manager()));
    }

    boolean isLarge() {
        return windows.size() >= LARGE;
    }

    boolean isVillage() {
        return kind == OrganizationKind.VILLAGE_CENTRE;
    }

    Member reviewer() {
        return back.get(0);
    }

    Member approver() {
        return back.get(1);
    }

    Member manager() {
        return isVillage() ? Objects.requireNonNull(stand) : back.get(2);
    }
}
