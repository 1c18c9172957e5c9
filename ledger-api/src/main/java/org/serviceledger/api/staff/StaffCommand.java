package org.serviceledger.api.staff;

import static org.serviceledger.api.UserRole.MANAGER;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.act.Act;
import org.serviceledger.api.act.PlausibleTime;
import org.serviceledger.api.act.Text;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;

/** Commands on a member of staff (工作人员). */
public sealed interface StaffCommand extends LedgerCommand {

    StaffId staffId();

    @Override
    default String stream() {
        return staffId().value();
    }

    @Act(method = Act.Method.CREATE, roles = MANAGER)
    record Register(
            StaffId staffId,
            @Text(max = 100) String name,
            OrganizationId organization,
            @Text(max = 100) String post,
            ActorRole role,
            @Text(max = 100) @Nullable String department,
            Actor by,
            Instant at)
            implements StaffCommand {}

    /**
     * Posts the person to a window as A or B.
     *
     * @param partner the other member of the pair (AB角)
     */
    @Act(path = "assign", roles = MANAGER)
    record Assign(
            StaffId staffId,
            WindowId window,
            DutyRole duty,
            @Nullable StaffId partner,
            @PlausibleTime LocalDate from,
            Actor by,
            Instant at)
            implements StaffCommand {}

    @Act(path = "leave", roles = MANAGER)
    record Leave(StaffId staffId, @PlausibleTime LocalDate last, Actor by, Instant at) implements StaffCommand {}
}
