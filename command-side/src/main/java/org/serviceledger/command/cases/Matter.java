package org.serviceledger.command.cases;

import org.jspecify.annotations.Nullable;
import org.serviceledger.api.cases.Applicant;
import org.serviceledger.api.item.CaseKind;
import org.serviceledger.api.item.ItemInForce;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;

/** The subject of a case, the place of the application and the applicant. The item stays in the version with which the case began. */
record Matter(
        ItemInForce item,
        OrganizationId organization,
        @Nullable WindowId window,
        Applicant applicant) {

    /**
     * Returns whether this is an instant case (即办件): accepted and finished in one visit, without routing, steps or
     * separate persons.
     */
    boolean isInstant() {
        return item.caseKind() == CaseKind.INSTANT;
    }
}
