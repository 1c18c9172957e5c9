package org.serviceledger.command.access;

import org.serviceledger.api.SignedIn;
import org.serviceledger.api.act.AccessRefused;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.words.Message;

/** Restricts users to their organisation and everything below it. */
public final class Scopes {

    private Scopes() {}

    /**
     * Checks that the organisation is within the user's scope.
     *
     * @throws AccessRefused if it is not
     */
    public static void mustReach(SignedIn user, OrganizationId target) {
        if (!user.reaches(target)) {
            throw new AccessRefused(
                    "access/scope",
                    Message.of("problem.access/scope.organization", "organization", target, "scope", user.scope()));
        }
    }

    /**
     * Checks that the user may change data that all halls share: items and calendars.
     *
     * @throws AccessRefused if the user's scope is a single hall
     */
    public static void mustReachCounty(SignedIn user) {
        if (!user.reachesCounty()) {
            throw new AccessRefused("access/scope", Message.of("problem.access/scope.county"));
        }
    }
}
