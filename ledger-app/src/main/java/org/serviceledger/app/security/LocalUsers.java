package org.serviceledger.app.security;

import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.Credentials;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.words.Message;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The users of the settings, with the passwords of the data directory, which are kept in memory as hashes. */
final class LocalUsers implements UserDetailsService {

    private final PasswordEncoder passwords = new ShortPasswords();
    private final Map<String, Account> accounts;

    LocalUsers(UserSettings settings, Credentials credentials) {
        accounts = settings.users().entrySet().stream()
                .map(entry -> account(entry.getKey(), entry.getValue(), credentials))
                .collect(Collectors.toUnmodifiableMap(Account::getUsername, account -> account));
    }

    /** A user and the hash of the password. */
    record Account(LocalUser user, String hash) implements UserDetails {

        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public Collection<? extends GrantedAuthority> getAuthorities() {
            return user.getAuthorities();
        }

        @Override
        public String getUsername() {
            return user.userName();
        }

        @Override
        public String getPassword() {
            return hash;
        }
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        var account = accounts.get(name);
        if (account == null) {
            throw new UsernameNotFoundException("no such user");
        }
        return account;
    }

    /** The encoder that hashed the passwords. */
    PasswordEncoder passwords() {
        return passwords;
    }

    private Account account(String name, UserSettings.User user, Credentials credentials) {
        var local = new LocalUser(name, user.displayName(), user.roles(), user.scope(), user.staff());
        return new Account(local, Objects.requireNonNull(passwords.encode(credentials.of(name))));
    }

    /** Refuses passwords of which BCrypt would hash only the beginning. */
    private static final class ShortPasswords implements PasswordEncoder {

        private static final int BCRYPT_BYTES = 72;

        private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            if (isTooLong(password)) {
                throw new LedgerFailed(Message.of("console.serve.long-password", "most", BCRYPT_BYTES));
            }
            return bcrypt.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return !isTooLong(password) && bcrypt.matches(password, hash);
        }

        private static boolean isTooLong(@Nullable CharSequence password) {
            return String.valueOf(password).getBytes(StandardCharsets.UTF_8).length > BCRYPT_BYTES;
        }
    }
}
