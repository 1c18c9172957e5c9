package org.serviceledger.app.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;

/** The data directory of one ledger or witness. While it is open, this process holds its lock. */
public final class DataDirectory implements AutoCloseable {

    /** Free space a server needs to start, in MB: two embedded servers, their logs and working space. */
    public static final long NEEDED_MEGABYTES = 1024;

    private static final String MARK = ".service-ledger";
    private static final String MARK_OF_WITNESS = ".service-ledger-witness";
    private static final String LOCK = "lock";
    private static final int LAYOUT = 1;

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Opens the directory of a ledger and creates it if it is absent.
     *
     * @throws LedgerFailed if the directory is in use, holds other files, has an unknown layout, or lacks free space
     */
    public static DataDirectory open(Path path, long neededMegabytes) {
        return open(path, neededMegabytes, MARK, List.of("log", "postgres", "elasticsearch"));
    }

    /** Opens the directory of a witness in the same way. A witness and a log never share a directory. */
    public static DataDirectory openForWitness(Path path, long neededMegabytes) {
        return open(path, neededMegabytes, MARK_OF_WITNESS, List.of("log"));
    }

    private static DataDirectory open(Path path, long neededMegabytes, String mark, List<String> directories) {
        var root = path.toAbsolutePath().normalize();
        try {
            mustBeOurs(root, mark);
            make(root);
            var lock = lock(root);
            try {
                mustBeKnown(root.resolve(mark));
                OwnersOnly.close(root);
                mustHaveRoom(root, neededMegabytes);
                Files.writeString(root.resolve(mark), LAYOUT + "\n");
                for (var directory : directories) {
                    make(root.resolve(directory));
                }
                return new DataDirectory(root, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (FileSystemException e) {
            throw new LedgerFailed(Message.of("console.data.unwritable", "directory", root, "reason", reason(e)), e);
        } catch (IOException e) {
            throw new LedgerFailed(Message.of("console.data.unusable", "directory", root, "reason", e.getMessage()), e);
        }
    }

    /**
     * Deletes everything but the lock, the mark and the logs; the directory stays open. The caller must have stopped
     * orphaned servers.
     */
    public void empty() {
        try (var paths = Files.walk(root)) {
            var kept = List.of(root, root.resolve(LOCK), root.resolve(MARK), log());
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                if (!kept.contains(path)) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            throw new LedgerFailed(
                    Message.of("console.data.not-emptied", "directory", root, "reason", e.getMessage()), e);
        }
    }

    public Path root() {
        return root;
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path elasticsearch() {
        return root.resolve("elasticsearch");
    }

    public Path log() {
        return log(root);
    }

    public static Path log(Path root) {
        return root.resolve("log");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new LedgerFailed(
                    Message.of("console.data.not-released", "directory", root, "reason", e.getMessage()), e);
        }
    }

    private static void mustBeOurs(Path root, String mark) throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new LedgerFailed(Message.of("console.data.file", "directory", root));
        }
        if (!Files.exists(root) || Files.exists(root.resolve(mark))) {
            return;
        }
        try (var content = Files.list(root)) {
            if (content.anyMatch(path -> !path.endsWith(LOCK))) {
                throw new LedgerFailed(Message.of(
                        "console.data.not-ours", "directory", root, "owner", mark.equals(MARK) ? "LEDGER" : "WITNESS"));
            }
        }
    }

    /** Throws if a later version laid out the directory: this one would misread its files and overwrite them. */
    private static void mustBeKnown(Path mark) throws IOException {
        if (!Files.exists(mark)) {
            return;
        }
        var layout = new String(Files.readAllBytes(mark), StandardCharsets.ISO_8859_1).strip();
        if (!layout.matches("\\d{1,9}")) {
            throw new LedgerFailed(Message.of("console.data.damaged", "file", mark, "layout", LAYOUT));
        }
        if (Integer.parseInt(layout) > LAYOUT) {
            throw new LedgerFailed(Message.of(
                    "console.data.later",
                    "directory",
                    mark.getParent(),
                    "found",
                    Integer.parseInt(layout),
                    "known",
                    LAYOUT));
        }
    }

    private static void make(Path directory) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static FileChannel lock(Path root) throws IOException {
        var channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // this process holds the lock already, which counts as in use
        }
        channel.close();
        throw new LedgerFailed(Message.of(
                "console.data.in-use",
                "directory",
                root,
                "url",
                RunningServer.read(root).map(RunningServer::url).orElse(null)));
    }

    /** Usable space on the disk of the directory, in MB. */
    public long freeMegabytes() {
        return freeMegabytes(root);
    }

    private static long freeMegabytes(Path root) {
        return root.toFile().getUsableSpace() >> 20;
    }

    private static void mustHaveRoom(Path root, long neededMegabytes) {
        var megabytes = freeMegabytes(root);
        if (megabytes < neededMegabytes) {
            throw new LedgerFailed(Message.of(
                    "console.data.no-room", "free", megabytes, "directory", root, "needed", neededMegabytes));
        }
    }

    private static String reason(FileSystemException e) {
        @Nullable String reason = e.getReason();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
