package org.serviceledger.app.security;

import java.io.Serial;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.staff.StaffId;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A user that this server knows itself. It carries no password; {@link LocalUsers} keeps its hash. */
record LocalUser(
        String userName,
        String displayName,
        Set<UserRole> roles,
        OrganizationId scope,
        @Nullable StaffId staff) implements SignedIn, UserDetails {

    @Serial
    private static final long serialVersionUID = 1;

    LocalUser {
        roles = Set.copyOf(roles);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .collect(Collectors.toUnmodifiableSet());
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
