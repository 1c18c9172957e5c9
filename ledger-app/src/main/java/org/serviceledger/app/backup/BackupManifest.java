package org.serviceledger.app.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backup consists of; its file is written last, so what is not in it does not belong to the backup.
 *
 * @param format of the backup, 1
 * @param id of this backup; the WAL of a ledger is kept for one at a time
 * @param program that wrote it last
 * @param system the cluster's own number, and the timeline its WAL is of
 * @param encryption how its files are encrypted; null if they are not
 * @param bases copies of the cluster, the oldest first
 * @param end how far the last run got
 * @param keys the file with what else is in the data directory
 * @param files by name, with everything that must not change
 */
record BackupManifest(
        int format,
        String id,
        String program,
        Cluster system,
        @Nullable Encryption encryption,
        List<Base> bases,
        @Nullable End end,
        @Nullable String keys,
        Map<String, Entry> files) {

    static final int FORMAT = 1;

    record Cluster(String identifier, int timeline) {}

    /** How the passphrase becomes a key: scrypt with these, the salt in hexadecimal. */
    record Encryption(String kdf, String salt, int n, int r, int p) {}

    /**
     * A copy of the cluster.
     *
     * @param firstSegment of the WAL it needs
     * @param endedAt from then on it can be recovered to any moment
     * @param bytes it takes when it is unpacked
     */
    record Base(String file, String firstSegment, Instant startedAt, Instant endedAt, long bytes) {}

    /**
     * Where a run ended.
     *
     * @param checkpoint the last one the log had signed
     */
    record End(Instant at, long size, String root, @Nullable String checkpoint) {}

    record Entry(long bytes, String sha256) {}
}
