package org.serviceledger.store.secret;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes files that hold a secret. Such a file is never readable by others, not even for a moment, and never half
 * written. It is on disk before the call returns.
 */
public final class OwnersFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private OwnersFile() {}

    /** Returns the attributes (mode 600) for creating such a file by other means. */
    public static FileAttribute<Set<PosixFilePermission>> owners() {
        return PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    }

    /** Returns the attributes (mode 700) for creating a directory that only its owner may read. */
    public static FileAttribute<Set<PosixFilePermission>> directory() {
        return PosixFilePermissions.asFileAttribute(DIRECTORY);
    }

    /** Writes the file, or replaces it if it exists. */
    public static void write(Path file, String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.setPosixFilePermissions(fresh, OWNER_ONLY);
        fill(fresh, text);
        move(fresh, file);
    }

    /**
     * Writes the file unless it exists. If several processes do so at the same time, one wins and all find its text.
     */
    public static void make(Path file, String text) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        var fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                file.getFileName() + "-",
                ".new",
                PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            fill(fresh, text);
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException _) {
            // another process was faster
        } finally {
            Files.delete(fresh);
        }
        force(file);
    }

    /**
     * Atomically replaces a file with another one of the same directory. The renaming is on disk before the call
     * returns.
     */
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        force(to);
    }

    private static void fill(Path file, String text) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Flushes the directory entry of the file, not its content. */
    private static void force(Path file) throws IOException {
        try (var directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
