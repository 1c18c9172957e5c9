package org.serviceledger.store;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * Generates message identifiers: UUIDs of version 7 (RFC 9562), ordered by millisecond and then by a 12-bit counter,
 * which wraps around. They are unique but can be guessed.
 *
 * <p>Axon finds this class as a service. Axon's own factory takes each identifier from the system's secure random
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

    /** The mixing function of SplitMix64: a different result for each number, in no visible order. */
    private static long scrambled(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
