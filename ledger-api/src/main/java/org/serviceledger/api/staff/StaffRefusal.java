package org.serviceledger.api.staff;

import static org.serviceledger.api.Refusal.Nature.ALREADY;
import static org.serviceledger.api.Refusal.Nature.BREAKS_RULE;
import static org.serviceledger.api.Refusal.Nature.OUT_OF_ORDER;
import static org.serviceledger.api.Refusal.Nature.UNKNOWN;

import org.serviceledger.api.Refusal;
import org.serviceledger.api.Refuses;
import org.serviceledger.api.window.WindowId;

/** Reasons for refusing a command on a member of staff. */
public sealed interface StaffRefusal extends Refusal {

    @Refuses(nature = ALREADY, rule = "staff/registered-once")
    record AlreadyRegistered(StaffId staffId) implements StaffRefusal {}

    @Refuses(nature = UNKNOWN, rule = "staff/registered-first")
    record NotRegistered(StaffId staffId) implements StaffRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "staff/in-service")
    record HasLeft(StaffId staffId) implements StaffRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "staff/own-hall")
    record WindowOfAnotherHall(StaffId staffId, WindowId window) implements StaffRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "AB角工作制")
    record OwnPartner(StaffId staffId) implements StaffRefusal {}
}
