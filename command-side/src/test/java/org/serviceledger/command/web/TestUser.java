package org.serviceledger.command.web;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.staff.StaffId;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A signed-in user. */
record TestUser(
        String userName,
        Set<UserRole> roles,
        OrganizationId scope,
        @Nullable StaffId staff) implements SignedIn, UserDetails {

    @Serial
    private static final long serialVersionUID = 1;

    static final TestUser ADMIN = of("admin", UserRole.ADMINISTRATOR, "320623", null);
    static final TestUser CLERK = of("clerk", UserRole.CLERK, "320623001", "1001");
    static final TestUser MANAGER = of("manager", UserRole.MANAGER, "320623001", "1002");
    static final TestUser APPROVER = of("approver", UserRole.APPROVER, "320623001", "1003");
    static final TestUser SUPERVISOR = of("supervisor", UserRole.SUPERVISOR, "320623", null);
    static final TestUser ANALYST = of("analyst", UserRole.ANALYST, "320623", null);
    static final TestUser CLERK_ELSEWHERE = of("elsewhere", UserRole.CLERK, "320623002", "2001");

    static TestUser of(String name, UserRole role, String scope, @Nullable String staff) {
        return new TestUser(
                name, Set.of(role), OrganizationId.ofCode(scope), staff == null ? null : StaffId.ofNumber(staff));
    }

    @Override
    public String displayName() {
        return userName;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + roles.iterator().next()));
    }

    @Override
    public String getUsername() {
        return userName;
    }

    @Override
    public @Nullable String getPassword() {
        return null;
    }
}
