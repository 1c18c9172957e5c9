package org.serviceledger.store;

import java.security.SecureRandom;
import java.util.Arrays;

/** Gives out salts from the system's secure random numbers, which it fetches for many at a time: one by one they cost more than the hash they go into. */
final class Salts {

    /** As long as the hash that a salt goes into. */
    static final int BYTES = 32;

    private static final int AT_A_TIME = 256;

    private final SecureRandom random = new SecureRandom();
    private final byte[] ready = new byte[AT_A_TIME * BYTES];
    private int used = ready.length;

    synchronized byte[] next() {
        if (used == ready.length) {
            random.nextBytes(ready);
            used = 0;
        }
        var salt = Arrays.copyOfRange(ready, used, used + BYTES);
        Arrays.fill(ready, used, used + BYTES, (byte) 0);
        used += BYTES;
        return salt;
    }
}
