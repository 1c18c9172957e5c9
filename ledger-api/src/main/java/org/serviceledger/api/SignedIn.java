package org.serviceledger.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.staff.StaffId;

/**
 * The authenticated user of a request. The security layer passes users to the command side and the query side in this
 * form.
 */
public interface SignedIn {

    String userName();

    String displayName();

    Set<UserRole> roles();

    default boolean administers() {
        return roles().contains(UserRole.ADMINISTRATOR);
    }

    /** Whether the user may record what others did, and act on their days. */
    default boolean speaksForOthers() {
        return administers() || roles().contains(UserRole.MANAGER);
    }

    /** Whether the user may review and approve what others handled. */
    default boolean judges() {
        return speaksForOthers() || roles().contains(UserRole.APPROVER);
    }

    /**
     * Returns the organisation that bounds the user's access: the user may see and act on it and everything below it.
     */
    OrganizationId scope();

    /** Returns whether the organisation is the user's scope or lies below it. */
    default boolean reaches(OrganizationId organization) {
        return organization.path().contains(scope().code());
    }

    /** Returns whether the user's scope is a whole county. Its data, such as items, are shared by all halls below. */
    default boolean reachesCounty() {
        return scope().path().size() == 1;
    }

    /** Returns the user's staff id, or null if the user is not a member of a hall's staff. */
    @Nullable StaffId staff();
}
