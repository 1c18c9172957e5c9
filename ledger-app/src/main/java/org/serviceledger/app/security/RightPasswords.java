package org.serviceledger.app.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers passwords that were right, as HMACs under a key of this process. BCrypt is slow by design, and HTTP Basic
 * sends the password with every request.
 */
final class RightPasswords {

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Map<String, byte[]> digests = new ConcurrentHashMap<>();
    private final SecretKeySpec key = key();

    boolean holds(String userName, String password) {
        var known = digests.get(userName);
        return known != null && MessageDigest.isEqual(known, digest(password));
    }

    void add(String userName, String password) {
        digests.put(userName, digest(password));
    }

    private byte[] digest(String password) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    private static SecretKeySpec key() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, HMAC);
    }
}
