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

/** The directory everything of one ledger is kept in, ours alone as long as it is open. */
public final class DataDirectory implements AutoCloseable {

    /** What a start needs on the disk: two servers, their logs, and room to work. */
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

    /** Opens the directory, made if need be; refuses one that is in use, that is not ours, or without room. */
    public static DataDirectory open(Path path, long neededMegabytes) {
        return open(path, neededMegabytes, MARK, List.of("log", "postgres", "elasticsearch"));
    }

    /** The same for a witness, which shares nothing with a log, and so no directory either. */
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

    /** Throws away what is kept, and keeps the directory open. Orphaned servers must have been stopped. */
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

    /** What a later version has laid out otherwise would be misread, and what it needs be overwritten. */
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
            // held by this very process: as much in use as by another
        }
        channel.close();
        throw new LedgerFailed(Message.of(
                "console.data.in-use",
                "directory",
                root,
                "url",
                RunningServer.read(root).map(RunningServer::url).orElse(null)));
    }

    /** What is free on its disk. */
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
