package org.serviceledger.command.web;

import org.serviceledger.api.SignedIn;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.words.Message;

/** Restricts users to their organisation and everything below it. */
final class Scopes {

    private Scopes() {}

    static boolean reaches(SignedIn user, OrganizationId target) {
        return user.reaches(target);
    }

    static void mustReach(SignedIn user, OrganizationId target) {
        if (!user.reaches(target)) {
            throw RequestRefused.forbidden(
                    "access/scope",
                    Message.of("problem.access/scope.organization", "organization", target, "scope", user.scope()));
        }
    }

    /** For data that all halls share: items and calendars. */
    static void mustReachCounty(SignedIn user) {
        if (!user.reachesCounty()) {
            throw RequestRefused.forbidden("access/scope", Message.of("problem.access/scope.county"));
        }
    }
}
