package org.serviceledger.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.staff.StaffId;

/** The user behind a request; whatever authenticates users hands them to both sides in this form. */
public interface SignedIn {

    String userName();

    String displayName();

    Set<UserRole> roles();

    /** What they may see and act on: this organisation and all below it. */
    OrganizationId scope();

    /** The member of staff they are, if they are one of a hall's. */
    @Nullable StaffId staff();
}
