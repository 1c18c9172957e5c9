package org.serviceledger.app.security;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.staff.StaffId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The local users by name. Passwords are kept elsewhere, in {@link org.serviceledger.app.data.Credentials}. */
@ConfigurationProperties("ledger")
public record UserSettings(Map<String, User> users) {

    public UserSettings {
        users = Map.copyOf(users);
    }

    /** A user's display name and roles. The roles apply to the organisation {@code scope} and all below it. */
    public record User(
            String displayName,
            Set<UserRole> roles,
            OrganizationId scope,
            @Nullable StaffId staff) {}
}
