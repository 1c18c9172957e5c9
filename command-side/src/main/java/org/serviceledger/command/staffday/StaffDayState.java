package org.serviceledger.command.staffday;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.api.staffday.StaffDayEvent;
import org.serviceledger.api.staffday.StaffDayEvent.AbsenceEstablished;
import org.serviceledger.api.staffday.StaffDayEvent.CheckedIn;
import org.serviceledger.api.staffday.StaffDayEvent.CheckedOut;
import org.serviceledger.api.staffday.StaffDayEvent.HandedOver;
import org.serviceledger.api.staffday.StaffDayEvent.Inspected;
import org.serviceledger.api.staffday.StaffDayEvent.LeaveGranted;
import org.serviceledger.api.staffday.StaffDayEvent.Rostered;
import org.serviceledger.command.staffday.Rota.Excuse;

/** The part of a staff member's day that the rules need. */
sealed interface StaffDayState {

    record NotRostered() implements StaffDayState {}

    /**
     * The person is on the rota.
     *
     * @param present the shift and time of the check-in, or null if the person is not checked in
     * @param attended names of the shifts for which the person has checked in
     * @param last time of the last check-in, check-out or inspection, or {@link Instant#MIN} if there is none
     */
    record OnRota(Rota rota, @Nullable Presence present, Set<String> attended, Instant last) implements StaffDayState {

        public OnRota {
            attended = Set.copyOf(attended);
        }

        private OnRota in(String shift, Instant at) {
            var more = new HashSet<>(attended);
            more.add(shift);
            return new OnRota(rota, new Presence(shift, at), more, at);
        }

        private OnRota out(Instant at) {
            return new OnRota(rota, null, attended, at);
        }

        private OnRota seen(Instant at) {
            return new OnRota(rota, present, attended, at);
        }

        private OnRota excused(Excuse excuse) {
            var all = Stream.concat(rota.excuses().stream(), Stream.of(excuse))
                    .sorted(Comparator.comparing(Excuse::from))
                    .toList();
            return new OnRota(
                    new Rota(rota.organization(), rota.shifts(), rota.graceMinutes(), all), present, attended, last);
        }

        Shift shift(String name) {
            return rota.shifts().stream()
                    .filter(shift -> shift.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A check-in that has no check-out yet. */
    record Presence(String shift, Instant since) {}

    /**
     * Returns the state after the event.
     *
     * @throws IllegalStateException if the event cannot follow this state, which means a corrupt stream
     */
    default StaffDayState evolve(StaffDayEvent event) {
        return switch (event) {
            case Rostered e
            when this instanceof NotRostered ->
                new OnRota(
                        new Rota(e.organization(), e.shifts(), e.graceMinutes(), List.of()),
                        null,
                        Set.of(),
                        Instant.MIN);
            case CheckedIn e
            when this instanceof OnRota day && day.present() == null -> day.in(e.shift(), e.occurredAt());
            case CheckedOut e when this instanceof OnRota day && day.present() != null -> day.out(e.occurredAt());
            case Inspected e when this instanceof OnRota day -> day.seen(e.occurredAt());
            case LeaveGranted e when this instanceof OnRota day -> day.excused(new Excuse(e.from(), e.to()));
            case HandedOver _, AbsenceEstablished _ when this instanceof OnRota -> this;
            case Rostered _,
                    CheckedIn _,
                    CheckedOut _,
                    Inspected _,
                    LeaveGranted _,
                    HandedOver _,
                    AbsenceEstablished _ ->
                throw new IllegalStateException("%s cannot follow %s".formatted(event, this));
        };
    }
}
