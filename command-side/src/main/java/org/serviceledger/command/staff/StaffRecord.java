package org.serviceledger.command.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.staff.DutyRole;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.window.WindowId;

/**
 * A member of staff as others decide by them.
 *
 * @param last the last day in service, if they have left
 */
public record StaffRecord(
        StaffId id,
        String name,
        OrganizationId organization,
        String post,
        ActorRole role,
        @Nullable String department,
        List<Posting> postings,
        @Nullable LocalDate last) {

    /** A posting to a window as A or as B, with the other one of the pair. */
    public record Posting(
            LocalDate from,
            WindowId window,
            DutyRole duty,
            @Nullable StaffId partner) {}

    public StaffRecord {
        postings = List.copyOf(postings);
    }

    /** The posting in force on that day: of those begun by then the one made last. */
    public Optional<Posting> postingOn(LocalDate day) {
        return postings.reversed().stream()
                .filter(posting -> !posting.from().isAfter(day))
                .findFirst();
    }

    public boolean isInServiceOn(LocalDate day) {
        return last == null || !day.isAfter(last);
    }

    StaffRecord postedTo(Posting posting) {
        var more = Stream.concat(postings.stream(), Stream.of(posting)).toList();
        return new StaffRecord(id, name, organization, post, role, department, more, last);
    }

    StaffRecord leaving(LocalDate lastDay) {
        return new StaffRecord(id, name, organization, post, role, department, postings, lastDay);
    }
}
