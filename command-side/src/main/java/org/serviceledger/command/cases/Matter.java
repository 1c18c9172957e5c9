package org.serviceledger.command.cases;

import org.jspecify.annotations.Nullable;
import org.serviceledger.api.item.CaseKind;
import org.serviceledger.api.item.ItemInForce;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;

/** What a case is about and where it was applied for; the item stays in the version it began with. */
record Matter(
        ItemInForce item,
        OrganizationId organization,
        @Nullable WindowId window) {

    /** 即办件: taken and ended in one visit, so routing, steps and separate hands do not apply. */
    boolean isInstant() {
        return item.caseKind() == CaseKind.INSTANT;
    }
}
