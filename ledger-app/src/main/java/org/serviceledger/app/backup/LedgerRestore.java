package org.serviceledger.app.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.backup.BackupManifest.Base;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.store.embedded.EmbeddedServerException;
import org.serviceledger.store.embedded.PointInTimeRecovery;
import org.serviceledger.store.embedded.PointInTimeRecovery.Target;
import org.serviceledger.store.secret.OwnersFile;
import org.serviceledger.words.Message;

/** Restores a backup into a new data directory, up to its end or to an earlier moment. */
public final class LedgerRestore {

    private static final long SEGMENT_BYTES = 16L << 20;
    private static final long SPARE_BYTES = 256L << 20;

    private final Path source;
    private final Path data;
    private final @Nullable String passphrase;

    /**
     * Prepares a restore.
     *
     * @param source directory of the backup
     * @param data directory to create; must be empty or absent
     * @param passphrase of an encrypted backup; null for an unencrypted one
     */
    public LedgerRestore(Path source, Path data, @Nullable String passphrase) {
        this.source = source.toAbsolutePath().normalize();
        this.data = data.toAbsolutePath().normalize();
        this.passphrase = passphrase;
    }

    /**
     * The restored ledger.
     *
     * @param size number of events
     * @param last when its last event was recorded; null if it has none
     * @param hasKey whether the log's key was restored, so that the ledger can sign
     */
    public record Outcome(long size, @Nullable Instant last, boolean hasKey) {}

    /**
     * Restores the ledger. Checks every file first and writes nothing if one is damaged. Builds the directory beside
     * its destination and renames it at the end, so a failed restore leaves no partial directory.
     *
     * @param to a time such as 2026-11-28T09:00:00+08:00, or a position; null for the end of the backup
     * @throws LedgerFailed if the backup is damaged, incomplete or does not reach that moment
     */
    public Outcome run(@Nullable String to) {
        var manifest = BackupDirectory.manifest(source)
                .orElseThrow(() -> new LedgerFailed(Message.of("console.restore.no-backup", "directory", source)));
        var directory = BackupDirectory.of(source, manifest.encryption(), passphrase);
        var staging = data.resolveSibling(data.getFileName() + ".restoring");
        try {
            mustBeEmpty();
            for (var file : manifest.files().entrySet()) {
                directory.mustBe(file.getKey(), file.getValue());
            }
            mustHaveRoom(manifest);
            delete(staging);
            var outcome = new Run(manifest, directory, staging).run(to);
            force(staging);
            Files.deleteIfExists(data);
            Files.move(staging, data, StandardCopyOption.ATOMIC_MOVE);
            force(Objects.requireNonNull(data.toAbsolutePath().getParent()));
            return outcome;
        } catch (IOException e) {
            throw new LedgerFailed(
                    Message.of("console.restore.failed", "directory", source, "reason", e.getMessage()), e);
        } finally {
            deleteQuietly(staging);
        }
    }

    private void mustBeEmpty() throws IOException {
        if (Files.exists(data)) {
            try (Stream<Path> files = Files.list(data)) {
                if (files.findAny().isPresent()) {
                    throw new LedgerFailed(Message.of("console.restore.not-empty", "directory", data));
                }
            }
        }
        Files.createDirectories(data.getParent());
    }

    private void mustHaveRoom(BackupManifest manifest) throws IOException {
        long bases = manifest.bases().stream().mapToLong(Base::bytes).max().orElse(0);
        long segments = manifest.files().keySet().stream()
                .filter(name -> name.startsWith(BackupDirectory.WAL))
                .count();
        long needed = bases + segments * SEGMENT_BYTES + SPARE_BYTES;
        long usable = Files.getFileStore(data.getParent()).getUsableSpace();
        if (usable < needed) {
            throw new LedgerFailed(Message.of(
                    "console.restore.no-room", "free", usable >> 20, "directory", data, "needed", needed >> 20));
        }
    }

    /** A single restore, into a staging directory that the caller renames. */
    private static final class Run {

        private final BackupManifest manifest;
        private final BackupDirectory directory;
        private final Path staging;
        private final Path postgres;

        Run(BackupManifest manifest, BackupDirectory directory, Path staging) {
            this.manifest = manifest;
            this.directory = directory;
            this.staging = staging;
            this.postgres = staging.resolve("postgres");
        }

        Outcome run(@Nullable String to) throws IOException {
            if (to == null) {
                return recovered(manifest.bases().getLast(), new Target.End());
            }
            return to.matches("[0-9]{1,18}") ? toPosition(Long.parseLong(to)) : toTime(time(to));
        }

        private static Instant time(String to) {
            try {
                return OffsetDateTime.parse(to).toInstant();
            } catch (DateTimeParseException _) {
                throw new LedgerFailed(Message.of("console.restore.no-moment", "to", to));
            }
        }

        private Outcome toTime(Instant at) throws IOException {
            return recovered(lastBase(base -> !base.endedAt().isAfter(at), at.toString()), new Target.Time(at));
        }

        /**
         * Recovers twice: everything first, to find the transaction that stored the event, then up to that transaction.
         */
        private Outcome toPosition(long position) throws IOException {
            unpack(manifest.bases().getLast());
            var stored = PointInTimeRecovery.recover(postgres, new Target.End(), owner -> stored(owner, position))
                    .orElseThrow(
                            () -> new LedgerFailed(Message.of("console.restore.ends-before", "position", position)));
            delete(staging);
            return recovered(
                    lastBase(
                            base -> base.endedAt().isBefore(stored.at()),
                            Message.of("console.restore.position", "position", position)),
                    new Target.Transaction(stored.transaction()));
        }

        private record Stored(long transaction, Instant at) {}

        private static Optional<Stored> stored(Connection owner, long position) throws SQLException {
            try (var query = owner.prepareStatement(
                    "SELECT xmin::text::bigint, recorded_at FROM ledger_event WHERE position = ?")) {
                query.setLong(1, position);
                try (var row = query.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Stored(
                                    row.getLong(1),
                                    row.getObject(2, OffsetDateTime.class).toInstant()))
                            : Optional.empty();
                }
            }
        }

        private Base lastBase(Predicate<Base> before, Object target) {
            return manifest.bases().reversed().stream()
                    .filter(before)
                    .findFirst()
                    .orElseThrow(() -> new LedgerFailed(Message.of(
                            "console.restore.begins-after",
                            "target",
                            target,
                            "first",
                            manifest.bases().getFirst().endedAt().toString())));
        }

        private Outcome recovered(Base base, Target target) throws IOException {
            unpack(base);
            var outcome = PointInTimeRecovery.recover(postgres, target, owner -> told(owner));
            mustReach(outcome, target);
            delete(PointInTimeRecovery.segments(postgres));
            return outcome;
        }

        /** Throws if a full restore has fewer events than the manifest records. */
        private void mustReach(Outcome outcome, Target target) {
            var end = Objects.requireNonNull(manifest.end());
            if (target instanceof Target.End && outcome.size() < end.size()) {
                throw new LedgerFailed(
                        Message.of("console.restore.incomplete", "events", outcome.size(), "expected", end.size()));
            }
        }

        private void unpack(Base base) throws IOException {
            try (var archive = directory.open(base.file())) {
                Tar.unpack(archive, staging);
            }
            try (var archive = directory.open(Objects.requireNonNull(manifest.keys()))) {
                Tar.unpack(archive, staging);
            }
            var segments = PointInTimeRecovery.segments(postgres);
            Files.createDirectories(segments, OwnersFile.directory());
            for (var name : manifest.files().keySet()) {
                if (name.startsWith(BackupDirectory.WAL)) {
                    var plain = BackupDirectory.plain(name)
                            .substring(BackupDirectory.WAL.length())
                            .replace(".gz", "");
                    if (plain.compareTo(base.firstSegment()) >= 0) {
                        try (var segment = new GZIPInputStream(directory.open(name))) {
                            Tar.write(segment, segments.resolve(plain));
                        }
                    }
                }
            }
        }

        private Outcome told(Connection owner) throws SQLException {
            try (var statement = owner.createStatement();
                    var row = statement.executeQuery(
                            "SELECT size, (SELECT recorded_at FROM ledger_event ORDER BY position DESC LIMIT 1) FROM ledger_head")) {
                row.next();
                var last = row.getObject(2, OffsetDateTime.class);
                return new Outcome(
                        row.getLong(1),
                        last == null ? null : last.toInstant(),
                        Files.exists(staging.resolve("log-key")));
            }
        }
    }

    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            List<Path> tree;
            try (Stream<Path> files = Files.walk(directory)) {
                tree = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (var path : tree) {
                Files.delete(path);
            }
        }
    }

    private static void deleteQuietly(Path directory) {
        try {
            delete(directory);
        } catch (IOException | EmbeddedServerException _) {
            // the original failure is reported; the next run deletes the directory
        }
    }
}
