package org.serviceledger.command.web;

import org.serviceledger.api.SignedIn;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.words.Message;

/** Restricts users to their organisation and everything below it. */
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
                    Message.of("problem.access/scope.organization", "organization", target, "scope", user.scope()));
        }
    }

    /** For data that all halls share: items and calendars. */
    static void mustReachCounty(SignedIn user) {
        if (user.scope().code().length() > COUNTY) {
            throw RequestRefused.forbidden("access/scope", Message.of("problem.access/scope.county"));
        }
    }
}
