package org.serviceledger.projection.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.serviceledger.words.Message;

/** The Elasticsearch distribution as delivered (a zip), unpacked once and then shared by all instances. */
record Distribution(Path home) {

    /** Unpacks the zip into the directory unless that has been done before. Several processes may do so at once. */
    static Distribution unpacked(Path zip, Path into) {
        if (!Files.isReadable(zip)) {
            throw new EmbeddedElasticsearchFailed(
                    Message.of("elasticsearch.no-zip", "zip", zip, "property", EmbeddedElasticsearch.ZIP_PROPERTY));
        }
        var fileName = String.valueOf(zip.getFileName());
        var home = into.resolve(fileName.endsWith(".zip") ? fileName.substring(0, fileName.length() - 4) : fileName)
                .toAbsolutePath();
        if (!Files.isDirectory(home)) {
            unpack(zip, home);
        }
        return new Distribution(home);
    }

    private static void unpack(Path zip, Path home) {
        try {
            Files.createDirectories(parent(home));
            var half = Files.createTempDirectory(parent(home), ".unpacking-");
            try (var file = new ZipFile(zip.toFile())) {
                for (var entry : file.stream().filter(Distribution::isNeeded).toList()) {
                    extract(file, entry, half);
                }
                takePlace(half, home);
            } finally {
                deleteTree(half);
            }
        } catch (IOException e) {
            throw new EmbeddedElasticsearchFailed(
                    Message.of(
                            "elasticsearch.not-unpacked",
                            "zip",
                            zip,
                            "directory",
                            parent(home),
                            "cause",
                            e.getMessage()),
                    e);
        }
    }

    private static void takePlace(Path half, Path home) throws IOException {
        try {
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException _) {
            // another process was faster
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static boolean isNeeded(ZipEntry entry) {
        return !entry.isDirectory()
                && !entry.getName().endsWith(".exe")
                && !entry.getName().endsWith(".bat");
    }

    /** Extracts an entry and drops the leading {@code elasticsearch-9.x/} of its name. */
    private static void extract(ZipFile file, ZipEntry entry, Path into) throws IOException {
        var name = entry.getName().substring(entry.getName().indexOf('/') + 1);
        var target = into.resolve(name).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("entry outside the archive: " + name);
        }
        Files.createDirectories(parent(target));
        try (var content = file.getInputStream(entry)) {
            Files.copy(content, target);
        }
        if (name.startsWith("bin/") && !target.toFile().setExecutable(true)) {
            throw new IOException("cannot make executable: " + target);
        }
    }

    private static Path parent(Path path) {
        var parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("no parent directory: " + path);
        }
        return parent;
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (var tree = Files.walk(root)) {
            tree.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
