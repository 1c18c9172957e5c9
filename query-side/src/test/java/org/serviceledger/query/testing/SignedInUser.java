package org.serviceledger.query.testing;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.staff.StaffId;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A signed-in user. */
public record SignedInUser(
        String userName,
        Set<UserRole> roles,
        OrganizationId scope,
        @Nullable StaffId staff) implements SignedIn {

    /** Sees the whole county. */
    public static SignedInUser inspector() {
        return new SignedInUser("inspector", Set.of(UserRole.INSPECTOR), History.COUNTY, null);
    }

    /** Sees the whole county, but no applicants' names. */
    public static SignedInUser analyst() {
        return new SignedInUser("analyst", Set.of(UserRole.ANALYST), History.COUNTY, null);
    }

    /** Serves at a window in 掘港. */
    public static SignedInUser clerk() {
        return new SignedInUser("clerk", Set.of(UserRole.CLERK), History.TOWN, History.ZHANG_MIN);
    }

    /** Manages the hall of 掘港. */
    public static SignedInUser manager() {
        return new SignedInUser("manager", Set.of(UserRole.MANAGER), History.TOWN, StaffId.ofNumber("M1"));
    }

    /** Returns this user with another scope. */
    public SignedInUser in(OrganizationId other) {
        return new SignedInUser(userName, roles, other, staff);
    }

    /** Returns this user as another member of staff. */
    public SignedInUser as(StaffId other) {
        return new SignedInUser(userName, roles, scope, other);
    }

    @Override
    public String displayName() {
        return userName;
    }

    /** Signs a request in as this user. */
    public RequestPostProcessor asks() {
        var authorities = roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return SecurityMockMvcRequestPostProcessors.authentication(
                UsernamePasswordAuthenticationToken.authenticated(this, "", authorities));
    }
}
