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
 * A file with a secret in it: never readable by others, not even for a moment, and never half written. It is on the disk before
 * anybody can rely on it.
 */
public final class OwnersFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private OwnersFile() {}

    /** For making such a file otherwise. */
    public static FileAttribute<Set<PosixFilePermission>> owners() {
        return PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    }

    /** For making a directory only its owner may look into. */
    public static FileAttribute<Set<PosixFilePermission>> directory() {
        return PosixFilePermissions.asFileAttribute(DIRECTORY);
    }

    /** Writes the file, or writes it anew. */
    public static void write(Path file, String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.setPosixFilePermissions(fresh, OWNER_ONLY);
        fill(fresh, text);
        move(fresh, file);
    }

    /** Writes the file unless it is there: of several processes that do so at once one wins, and all find what that one wrote. */
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
            // somebody else was quicker
        } finally {
            Files.delete(fresh);
        }
        force(file);
    }

    /** Puts a file in the place of another beside it. */
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

    /** The name, not the content. */
    private static void force(Path file) throws IOException {
        try (var directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
