package org.serviceledger.app.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes a base backup of a running PostgreSQL cluster with the low-level API of its manual. Pages may be torn and files
 * may be of different moments; replaying the WAL written meanwhile makes them consistent.
 */
final class ClusterCopy {

    /** Files that a base backup must not contain or does not need. */
    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "recovery.signal",
            "backup_label",
            "tablespace_map",
            "pg_internal.init");

    private static final Set<String> LEFT_EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private ClusterCopy() {}

    /** Begins the base backup and returns the first WAL segment that recovery needs. */
    static String begin(Connection owner) throws SQLException {
        return one(owner, "SELECT pg_walfile_name(pg_backup_start('service-ledger', true))");
    }

    /**
     * Adds the cluster's directory to the archive, then ends the base backup and adds its {@code backup_label}. Blocks
     * until PostgreSQL has archived the last WAL segment the backup needs. Call it on the connection that called {@link
     * #begin}.
     */
    static void copy(Connection owner, Path postgres, Tar tar) throws IOException, SQLException {
        tar.directory("postgres");
        try (Stream<Path> files = Files.list(postgres)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".password")).toList()) {
                tar.file("postgres/" + file.getFileName(), file);
            }
        }
        directory(postgres.resolve("data"), "postgres/data", tar, true);
        tar.file(
                "postgres/data/backup_label",
                one(owner, "SELECT labelfile FROM pg_backup_stop(true)").getBytes(StandardCharsets.UTF_8));
    }

    private static void directory(Path directory, String name, Tar tar, boolean isTop) throws IOException {
        tar.directory(name);
        try (Stream<Path> listed = Files.list(directory)) {
            for (var file : listed.sorted().toList()) {
                var own = file.getFileName().toString();
                if (Files.isDirectory(file)) {
                    if (isTop && LEFT_EMPTY.contains(own)) {
                        tar.directory(name + "/" + own);
                    } else if (!own.startsWith("pgsql_tmp")) {
                        directory(file, name + "/" + own, tar, false);
                    }
                } else if (!LEFT_OUT.contains(own) && !own.startsWith("pgsql_tmp")) {
                    tar.file(name + "/" + own, file);
                }
            }
        }
        if (isTop) {
            tar.directory(name + "/pg_wal/archive_status");
            tar.directory(name + "/pg_wal/summaries");
        }
    }

    static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
