package org.serviceledger.app.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The manifest of a backup. It is written last, so a file it does not name is not part of the backup.
 *
 * @param format version of the backup format, always 1
 * @param id of this backup; a ledger archives its WAL for one backup at a time
 * @param program name and version of the program that wrote the backup last
 * @param system the cluster's system identifier and the timeline of its WAL
 * @param encryption how the files are encrypted; null if they are not
 * @param bases base backups of the cluster, the oldest first
 * @param end the state of the ledger at the last run; null before the first run ends
 * @param keys name of the archive with the other files of the data directory
 * @param files size and digest of every file, by name; none of them may change
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

    /**
     * Parameters of the key derivation: scrypt with cost {@code n}, block size {@code r}, parallelism {@code p} and the
     * salt in hexadecimal.
     */
    record Encryption(String kdf, String salt, int n, int r, int p) {}

    /**
     * A base backup of the cluster.
     *
     * @param firstSegment the first WAL segment that recovery needs
     * @param endedAt the earliest moment the cluster can be recovered to
     * @param bytes size when unpacked
     */
    record Base(String file, String firstSegment, Instant startedAt, Instant endedAt, long bytes) {}

    /**
     * The state of the ledger when a run began.
     *
     * @param at when the run began
     * @param size number of events
     * @param root root hash in hexadecimal
     * @param checkpoint the latest signed checkpoint; null if there is none
     */
    record End(Instant at, long size, String root, @Nullable String checkpoint) {}

    record Entry(long bytes, String sha256) {}
}
