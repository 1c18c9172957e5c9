package org.serviceledger.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.serviceledger.app.backup.BackupManifest.Entry;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.store.embedded.WalArchive;
import org.serviceledger.words.Message;

/** Moves WAL segments from PostgreSQL's archive into the backup. */
final class WrittenAhead {

    private static final Duration ARCHIVED_WITHIN = Duration.ofMinutes(5);

    private final Connection owner;
    private final WalArchive archive;
    private final BackupDirectory directory;

    WrittenAhead(Connection owner, WalArchive archive, BackupDirectory directory) {
        this.owner = owner;
        this.archive = archive;
        this.directory = directory;
    }

    /**
     * Has PostgreSQL close its current segment, waits until it is archived, and adds every archived segment to the
     * backup. Returns the paths of these segments in the archive; the caller deletes them.
     */
    List<Path> collect(Map<String, Entry> files) throws IOException, SQLException {
        var last = ClusterCopy.one(owner, "SELECT pg_walfile_name(pg_switch_wal() - 1)");
        awaitArchived(last);
        var taken = new ArrayList<Path>();
        for (var segment : archive.segments()) {
            var name = directory.name(BackupDirectory.WAL + segment.getFileName());
            if (files.containsKey(name)) {
                mustBeTheSame(segment, name);
            } else {
                files.put(name, directory.put(name, out -> Files.copy(segment, out)));
            }
            taken.add(segment);
        }
        return taken;
    }

    /**
     * An interrupted run leaves segments that are already in the backup. Two ledgers restored from the same backup
     * write different segments under the same names.
     */
    private void mustBeTheSame(Path segment, String name) throws IOException {
        try (var kept = directory.open(name);
                var found = Files.newInputStream(segment)) {
            if (!Arrays.equals(kept.readAllBytes(), found.readAllBytes())) {
                throw BackupDirectory.anotherHistory(directory.path(""));
            }
        }
    }

    private void awaitArchived(String last) throws SQLException {
        var until = System.nanoTime() + ARCHIVED_WITHIN.toNanos();
        while (!"t"
                .equals(ClusterCopy.one(
                        owner,
                        "SELECT coalesce(left(last_archived_wal, 24) >= '%s', false) FROM pg_stat_archiver"
                                .formatted(last)))) {
            if (System.nanoTime() > until) {
                throw new LedgerFailed(Message.of(
                        "console.backup.not-archived", "segment", last, "minutes", ARCHIVED_WITHIN.toMinutes()));
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LedgerFailed(Message.of("console.backup.interrupted"), e);
            }
        }
    }
}
