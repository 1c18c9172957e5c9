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
 * The facts about a member of staff that the rules of other features need.
 *
 * @param last the last day in service, or null if the person has not left
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

    /** A posting to a window as A or B, with the other member of the pair. */
    public record Posting(
            LocalDate from,
            WindowId window,
            DutyRole duty,
            @Nullable StaffId partner) {}

    public StaffRecord {
        postings = List.copyOf(postings);
    }

    /** Returns the posting in force on the day: the most recently recorded one that has begun by that day. */
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
