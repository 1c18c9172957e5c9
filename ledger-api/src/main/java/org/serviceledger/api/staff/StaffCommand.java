package org.serviceledger.api.staff;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;

/** Commands on a member of staff (工作人员). */
public sealed interface StaffCommand extends LedgerCommand {

    StaffId staffId();

    @Override
    default String stream() {
        return staffId().value();
    }

    record Register(
            StaffId staffId,
            String name,
            OrganizationId organization,
            String post,
            ActorRole role,
            @Nullable String department,
            Actor by,
            Instant at)
            implements StaffCommand {}

    /**
     * Posts the person to a window as A or B.
     *
     * @param partner the other member of the pair (AB角)
     */
    record Assign(
            StaffId staffId,
            WindowId window,
            DutyRole duty,
            @Nullable StaffId partner,
            LocalDate from,
            Actor by,
            Instant at)
            implements StaffCommand {}

    record Leave(StaffId staffId, LocalDate last, Actor by, Instant at) implements StaffCommand {}
}
