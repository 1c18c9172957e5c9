package org.serviceledger.store;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes readers when the ledger has grown. */
final class HeadSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long size;
    private long calls;

    void grownTo(long newSize) {
        lock.lock();
        try {
            size = Math.max(size, newSize);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Makes all waiting readers look again. */
    void wakeAll() {
        lock.lock();
        try {
            calls++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the ledger is known to be larger than this size, {@link #wakeAll} is called, or the time is up. */
    void awaitBeyond(long knownSize, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long before = calls;
            long left = patience.toNanos();
            while (size <= knownSize && calls == before && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
