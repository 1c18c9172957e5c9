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
 * An organisation with its windows and the people at them.
 *
 * @param stand the colleague posted as B at the first window
 * @param back reviewer, approver and manager, in this order; none in villages
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
     * A window with the person who holds it (A) and the one who takes over (B).
     *
     * @param specialty whose business a specialised window takes; empty elsewhere
     */
    record Window(WindowId id, String name, WindowKind kind, String specialty, Member a, Member b) {}

    /** Somebody who works in a hall. */
    record Member(StaffId id, String name, OrganizationId hall, String post, ActorRole role, String department) {

        Actor at(@Nullable WindowId window) {
            return new Actor(id.value(), name, role, post, window, hall, department, null);
        }

        /** Standing in for an absent colleague. */
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

    /** Those on the hall's own rota: reviewer and approver sit in their departments. */
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
