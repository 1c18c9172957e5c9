package org.serviceledger.app.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.backup.BackupManifest.Base;
import org.serviceledger.app.backup.BackupManifest.End;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.app.server.OwnedPostgres;
import org.serviceledger.store.embedded.WalArchive;
import org.serviceledger.store.secret.OwnersFile;
import org.serviceledger.words.Message;

/**
 * Backs up a ledger, whether or not its server runs. The first run takes a base backup of the cluster; each later run
 * adds the WAL written since. Every run also copies keys, passwords and the layout mark.
 */
public final class LedgerBackup {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Set<String> NO_SECRETS = Set.of("lock", "server.json");
    private static final long SPARE_BYTES = 256L << 20;

    private final Path data;
    private final Path target;
    private final @Nullable String passphrase;
    private final String program;

    /**
     * Prepares a backup of the ledger in a data directory.
     *
     * @param target directory of the backup, new or existing
     * @param passphrase encrypts the backup; null for no encryption
     * @param program name and version of this program, recorded in the manifest
     */
    public LedgerBackup(Path data, Path target, @Nullable String passphrase, String program) {
        this.data = data;
        this.target = target.toAbsolutePath().normalize();
        this.passphrase = passphrase;
        this.program = program;
    }

    /**
     * Result of a run.
     *
     * @param size number of events the backup is certain to contain
     * @param base name of the base backup this run took; null if the WAL sufficed
     * @param segments number of WAL segments added
     * @param bytes size of all files of the backup
     * @param hasKey whether the data directory, and so the backup, contains the log's key
     */
    public record Outcome(long size, @Nullable String base, int segments, long bytes, boolean hasKey) {}

    /**
     * Creates the backup or extends it. The run writes the manifest last; until then the previous backup stays valid.
     *
     * @param newBase whether to take another base backup
     * @param keep number of base backups to keep, the latest ones; at least 1
     * @throws LedgerFailed if the backup cannot be written, is in use, or belongs to another ledger
     */
    public Outcome run(boolean newBase, int keep) {
        try (var postgres = OwnedPostgres.of(data);
                var _ = lock();
                var owner = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password())) {
            mustArchive(owner);
            return new Run(owner).run(newBase, keep);
        } catch (IOException e) {
            throw new LedgerFailed(Message.of("console.backup.unwritten", "directory", target, "reason", e), e);
        } catch (SQLException e) {
            throw new LedgerFailed(Message.of("console.backup.postgres-failed", "reason", e.getMessage()), e);
        }
    }

    private FileChannel lock() throws IOException {
        if (target.startsWith(data.toAbsolutePath().normalize())) {
            throw new LedgerFailed(Message.of("console.backup.in-data", "directory", target));
        }
        Files.createDirectories(target, OwnersFile.directory());
        try (Stream<Path> files = Files.list(target)) {
            if (!Files.exists(target.resolve(BackupDirectory.MANIFEST))
                    && files.anyMatch(file -> !file.getFileName().toString().matches("lock|wal|(base|keys)-.*"))) {
                throw new LedgerFailed(Message.of("console.backup.not-a-backup", "directory", target));
            }
        }
        var lock = FileChannel.open(
                target.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                OwnersFile.owners());
        if (lock.tryLock() == null) {
            lock.close();
            throw new LedgerFailed(Message.of("console.backup.under-way", "directory", target));
        }
        return lock;
    }

    private static void mustArchive(Connection owner) throws SQLException {
        if (!"on".equals(ClusterCopy.one(owner, "SHOW archive_mode"))) {
            throw new LedgerFailed(Message.of("console.backup.old-server"));
        }
    }

    private record Head(long size, String root, @Nullable String checkpoint) {}

    /** A single run. */
    private final class Run {

        private final Connection owner;
        private final WalArchive archive = WalArchive.of(data.resolve("postgres"));
        private final Instant began = Instant.now();
        private final BackupManifest before;
        private final BackupDirectory directory;
        private final WrittenAhead wal;
        private final List<Base> bases;
        private final TreeMap<String, BackupManifest.Entry> files;

        Run(Connection owner) throws IOException, SQLException {
            this.owner = owner;
            var system = system();
            this.before = BackupDirectory.manifest(target).orElseGet(() -> fresh(system));
            if (!before.system().equals(system)) {
                throw BackupDirectory.anotherHistory(target);
            }
            this.directory = BackupDirectory.of(target, before.encryption(), passphrase);
            this.wal = new WrittenAhead(owner, archive, directory);
            this.bases = new ArrayList<>(before.bases());
            this.files = new TreeMap<>(before.files());
            Files.createDirectories(directory.path(BackupDirectory.WAL), OwnersFile.directory());
        }

        private BackupManifest fresh(BackupManifest.Cluster system) {
            return new BackupManifest(
                    BackupManifest.FORMAT,
                    UUID.randomUUID().toString(),
                    program,
                    system,
                    passphrase == null ? null : Passphrase.fresh(),
                    List.of(),
                    null,
                    null,
                    new TreeMap<>());
        }

        private BackupManifest.Cluster system() throws SQLException {
            return new BackupManifest.Cluster(
                    ClusterCopy.one(owner, "SELECT system_identifier FROM pg_control_system()"),
                    Integer.parseInt(ClusterCopy.one(owner, "SELECT timeline_id FROM pg_control_checkpoint()")));
        }

        Outcome run(boolean newBase, int keep) throws IOException, SQLException {
            @Nullable String base = null;
            var head = head();
            if (before.end() != null && before.end().size() > head.size()) {
                throw BackupDirectory.anotherHistory(target);
            }
            if (newBase || bases.isEmpty() || !archive.owner().equals(Optional.of(before.id()))) {
                base = takeBase();
            }
            var added = wal.collect(files);
            if (base == null && !Segments.isWhole(bases.getLast().firstSegment(), files.keySet())) {
                base = takeBase(); // segments since the last base backup were lost before a run collected them
                added.addAll(wal.collect(files));
            }
            prune(keep);
            write(new End(began, head.size(), head.root(), head.checkpoint()), saveRest());
            for (var segment : added) {
                Files.delete(segment);
            }
            return new Outcome(head.size(), base, added.size(), bytes(), Files.exists(data.resolve("log-key")));
        }

        private String takeBase() throws IOException, SQLException {
            mustHaveRoom();
            if (!archive.owner().equals(Optional.of(before.id()))) {
                archive.begin(before.id());
            }
            var name = directory.name("base-%s.tar.gz".formatted(STAMP.format(began)));
            var firstSegment = ClusterCopy.begin(owner);
            var unpacked = new AtomicLong();
            files.put(name, directory.put(name, out -> {
                try (var tar = new Tar(out)) {
                    ClusterCopy.copy(owner, data.resolve("postgres"), tar);
                    unpacked.set(tar.bytes());
                } catch (SQLException e) {
                    throw new IOException(e);
                }
            }));
            bases.add(new Base(name, firstSegment, began, time(), unpacked.get()));
            return name;
        }

        private Instant time() throws SQLException {
            return Instant.parse(ClusterCopy.one(
                    owner,
                    "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
        }

        private void mustHaveRoom() throws IOException, SQLException {
            long cluster = Long.parseLong(
                    ClusterCopy.one(owner, "SELECT sum(pg_database_size(oid))::bigint FROM pg_database"));
            long usable = Files.getFileStore(target).getUsableSpace();
            if (usable < cluster + SPARE_BYTES) {
                throw new LedgerFailed(Message.of(
                        "console.backup.no-room",
                        "free",
                        usable >> 20,
                        "directory",
                        target,
                        "needed",
                        (cluster + SPARE_BYTES) >> 20));
            }
        }

        /** Saves the regular files of the data directory: keys, passwords and the layout mark. */
        private String saveRest() throws IOException {
            var name = directory.name("keys-%s.tar.gz".formatted(STAMP.format(began)));
            files.put(name, directory.put(name, out -> {
                try (var tar = new Tar(out);
                        Stream<Path> listed = Files.list(data)) {
                    for (var file : listed.sorted().toList()) {
                        var own = file.getFileName().toString();
                        if (Files.isRegularFile(file) && !NO_SECRETS.contains(own) && !own.endsWith(".new")) {
                            tar.file(own, file);
                        }
                    }
                }
            }));
            return name;
        }

        /**
         * Reads the ledger's head. The caller does so before the last segment is closed, so that the WAL contains this
         * head.
         */
        private Head head() throws SQLException {
            try (var statement = owner.createStatement();
                    var row = statement.executeQuery(
                            "SELECT size, encode(root, 'hex'), (SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1)"
                                    + " FROM ledger_head")) {
                row.next();
                return new Head(row.getLong(1), row.getString(2), row.getString(3));
            }
        }

        /** Drops the oldest base backups beyond the number to keep, and the WAL that only they need. */
        private void prune(int keep) {
            while (bases.size() > keep) {
                files.remove(bases.removeFirst().file());
            }
            files.keySet().removeIf(name -> Segments.isBefore(bases.getFirst().firstSegment(), name));
        }

        private void write(End end, String keys) throws IOException {
            if (before.keys() != null && !keys.equals(before.keys())) {
                files.remove(before.keys());
            }
            directory.write(new BackupManifest(
                    BackupManifest.FORMAT,
                    before.id(),
                    program,
                    before.system(),
                    before.encryption(),
                    bases,
                    end,
                    keys,
                    files));
            deleteUnnamed(target, "");
            deleteUnnamed(directory.path(BackupDirectory.WAL), BackupDirectory.WAL);
        }

        /** Deletes pruned files and the leftovers of interrupted runs. */
        private void deleteUnnamed(Path place, String prefix) throws IOException {
            try (Stream<Path> listed = Files.list(place)) {
                for (var file : listed.toList()) {
                    var own = file.getFileName().toString();
                    if (own.matches("(base|keys)-.*|[0-9A-F]{8,}\\..*") && !files.containsKey(prefix + own)) {
                        Files.delete(file);
                    }
                }
            }
        }

        private long bytes() {
            return files.values().stream()
                    .mapToLong(BackupManifest.Entry::bytes)
                    .sum();
        }
    }
}
