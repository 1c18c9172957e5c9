package org.serviceledger.command.web;

import org.serviceledger.api.SignedIn;
import org.serviceledger.api.organization.OrganizationId;

/** Keeps everybody within their organisation and what lies below it. */
final class Scopes {

    private static final int COUNTY = 6;

    private Scopes() {}

    static boolean reaches(SignedIn user, OrganizationId target) {
        return target.code().startsWith(user.scope().code());
    }

    static void mustReach(SignedIn user, OrganizationId target) {
        if (!reaches(user, target)) {
            throw RequestRefused.forbidden(
                    "access/scope",
                    "%s lies outside %s (超出管辖范围)"
                            .formatted(target.value(), user.scope().value()));
        }
    }

    /** For what all halls share: items, calendars. */
    static void mustReachCounty(SignedIn user) {
        if (user.scope().code().length() > COUNTY) {
            throw RequestRefused.forbidden("access/scope", "this is for the county office to record (须由县级机构办理)");
        }
    }
}
