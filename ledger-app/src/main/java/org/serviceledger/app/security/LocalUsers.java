package org.serviceledger.app.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.serviceledger.app.data.Credentials;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.words.Message;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The users of the settings, with the passwords of the data directory, which are kept in memory as hashes. */
final class LocalUsers {

    private static final int BCRYPT_BYTES = 72;

    private final Map<String, LocalUser> users = new HashMap<>();
    private final Map<String, String> hashes = new HashMap<>();
    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
    private final String nobody;

    /**
     * HMACs of passwords that were correct, under a key of this process. BCrypt is slow by design, and HTTP Basic sends
     * the password with every request.
     */
    private final Map<String, byte[]> remembered = new ConcurrentHashMap<>();

    private final SecretKeySpec key;

    LocalUsers(UserSettings settings, Credentials credentials) {
        settings.users().forEach((name, user) -> {
            users.put(name, new LocalUser(name, user.displayName(), user.roles(), user.scope(), user.staff()));
            hashes.put(name, hash(credentials.of(name)));
        });
        nobody = hash("nobody has this password");
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** Returns the user if the password is correct. An unknown name takes as long as a wrong password. */
    Optional<LocalUser> find(String name, String password) {
        var digest = digest(password);
        var known = remembered.get(name);
        if (known != null && MessageDigest.isEqual(known, digest)) {
            return Optional.ofNullable(users.get(name));
        }
        if (isTooLong(password) || !bcrypt.matches(password, hashes.getOrDefault(name, nobody))) {
            return Optional.empty();
        }
        var user = Optional.ofNullable(users.get(name));
        user.ifPresent(_ -> remembered.put(name, digest));
        return user;
    }

    private String hash(String password) {
        if (isTooLong(password)) {
            throw new LedgerFailed(Message.of("console.serve.long-password", "most", BCRYPT_BYTES));
        }
        return Objects.requireNonNull(bcrypt.encode(password));
    }

    private static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > BCRYPT_BYTES;
    }

    private byte[] digest(String password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
