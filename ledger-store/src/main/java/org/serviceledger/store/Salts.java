package org.serviceledger.store;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Generates salts from the key stream of AES-256 in counter mode. The first bytes of each stretch are the key of the
 * next stretch, so nothing remains from which earlier salts could be computed. The first key comes from the system's
 * secure random numbers. Taking every salt from there costs more than the hash that the salt goes into. Thread-safe.
 */
final class Salts {

    /** The length of a salt, the same as that of the hash it goes into. */
    static final int BYTES = 32;

    private static final int AT_A_TIME = 256;
    private static final int KEY_BYTES = 32;
    private static final int BLOCK_BYTES = 16;
    private static final byte[] ZEROS = new byte[KEY_BYTES + AT_A_TIME * BYTES];

    private byte[] stretch = new byte[ZEROS.length];
    private int used = stretch.length;

    Salts() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        System.arraycopy(key, 0, stretch, 0, KEY_BYTES);
    }

    synchronized byte[] next() {
        if (used == stretch.length) {
            stretch = following(Arrays.copyOf(stretch, KEY_BYTES));
            used = KEY_BYTES;
        }
        var salt = Arrays.copyOfRange(stretch, used, used + BYTES);
        Arrays.fill(stretch, used, used + BYTES, (byte) 0);
        used += BYTES;
        return salt;
    }

    private static byte[] following(byte[] key) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[BLOCK_BYTES]));
            return cipher.doFinal(ZEROS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }
}
