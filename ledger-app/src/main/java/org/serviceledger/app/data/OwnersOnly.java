package org.serviceledger.app.data;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.serviceledger.words.Message;

/** Restricts the data directory to its owner. */
final class OwnersOnly {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    private OwnersOnly() {}

    /**
     * Throws if a key is open to others. They may have copied it, and fixing the permissions silently would hide that.
     */
    static void mustHold(Path key) throws IOException {
        if (!OWNER.containsAll(Files.getPosixFilePermissions(key))) {
            throw new LedgerFailed(Message.of(
                    "console.data.key-open",
                    "file",
                    key,
                    "mode",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(key))));
        }
    }

    /**
     * Removes all permissions of others on the directory and its content, including files of earlier versions. Throws
     * instead if a key is open to others.
     */
    static void close(Path root) throws IOException {
        try (var files = Files.list(root)) {
            for (var key : files.filter(OwnersOnly::isKey).toList()) {
                mustHold(key);
            }
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                close(directory, attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                close(file, attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                return goneOr(file, e);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                return e == null ? FileVisitResult.CONTINUE : goneOr(directory, e);
            }
        });
    }

    private static void close(Path path, BasicFileAttributes attributes) throws IOException {
        if (attributes.isSymbolicLink()) {
            return;
        }
        try {
            var permissions = new HashSet<>(Files.getPosixFilePermissions(path));
            if (permissions.retainAll(OWNER)) {
                Files.setPosixFilePermissions(path, permissions);
            }
        } catch (IOException e) {
            goneOr(path, e);
        }
    }

    /** Ignores a file that has vanished: an orphaned server may still work on its files until it is stopped. */
    private static FileVisitResult goneOr(Path path, IOException e) throws IOException {
        if (Files.exists(path)) {
            throw e;
        }
        return FileVisitResult.CONTINUE;
    }

    /** Whether this is a key file of the log or of a witness. */
    private static boolean isKey(Path file) {
        return file.getFileName().toString().matches("(log|witness)-key.*") && Files.isRegularFile(file);
    }
}
