package org.serviceledger.store;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * Names messages by UUIDs of version 7 (RFC 9562): in the order of their time, to the millisecond, and then of their making.
 * They are unique but can be guessed. Axon finds this class as a service; its own takes each from the system's secure random
 * numbers, three times for each command.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

    private static final int VERSION = 7;
    private static final long VARIANT = 0b10L << 62;
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final AtomicLong made = new AtomicLong();
    private final long seed = new SecureRandom().nextLong();

    @Override
    public String generateIdentifier() {
        long number = made.getAndIncrement();
        long high = (System.currentTimeMillis() << 16) | (VERSION << 12) | (number & 0xFFF);
        return new UUID(high, VARIANT | (scrambled(seed + number * ODD) >>> 2)).toString();
    }

    /** Of SplitMix64: a different number for each one, with no order to be seen. */
    private static long scrambled(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
