package org.serviceledger.store.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.serviceledger.words.Message;

/**
 * The files of an untrusted zip. The reader reads them one at a time, never extracts them to disk, and limits their
 * number, their individual size and their total size.
 */
final class ZippedFiles implements AutoCloseable {

    static final int MOST_FILES = 300_000;
    static final long MOST_BYTES = 4L << 30;

    private static final int BUFFER = 1 << 16;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;
    private final List<String> repeated;
    private long bytesLeft = MOST_BYTES;

    private ZippedFiles(ZipFile zip, Map<String, ZipEntry> entries, List<String> repeated) {
        this.zip = zip;
        this.entries = entries;
        this.repeated = repeated;
    }

    static ZippedFiles open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableBundle(Message.of("bundle.no-file", "file", file));
        }
        try {
            return of(new ZipFile(file.toFile()), file);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableBundle(Message.of("bundle.no-zip", "file", file, "reason", e.getMessage()), e);
        }
    }

    private static ZippedFiles of(ZipFile zip, Path file) throws IOException {
        if (zip.size() > MOST_FILES) {
            zip.close();
            throw new UnreadableBundle(Message.of("bundle.files", "file", file, "most", MOST_FILES));
        }
        var entries = new LinkedHashMap<String, ZipEntry>();
        var repeated = new ArrayList<String>();
        zip.stream().forEach(entry -> {
            if (entries.putIfAbsent(entry.getName(), entry) != null) {
                repeated.add(entry.getName());
            }
        });
        return new ZippedFiles(zip, entries, repeated);
    }

    Set<String> names() {
        return entries.keySet();
    }

    /**
     * Returns why a reader that scans the zip from its beginning finds other files than a reader that uses the central
     * directory at the end; empty if both find the same.
     */
    Optional<Message> ambiguity() {
        var left = new LinkedHashMap<>(entries);
        try (var in = new ZipInputStream(Files.newInputStream(Path.of(zip.getName())))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var listed = left.remove(entry.getName());
                if (listed == null || listed.getCrc() != sum(in)) {
                    return Optional.of(
                            Message.of("bundle.other-directory", "file", TerminalLines.one(entry.getName())));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(Message.of("bundle.damaged-zip", "reason", e.getMessage()));
        }
        return left.isEmpty() ? Optional.empty() : Optional.of(Message.of("bundle.absent-files", "files", left.size()));
    }

    private long sum(InputStream in) throws IOException {
        var sum = new CRC32();
        var buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            spend(read);
            sum.update(buffer, 0, read);
        }
        return sum.getValue();
    }

    private void spend(int bytes) {
        bytesLeft -= bytes;
        if (bytesLeft < 0) {
            throw new UnreadableBundle(Message.of("bundle.bytes", "file", zip.getName(), "most", MOST_BYTES));
        }
    }

    /**
     * Returns the names that occur more than once. Another program may read another file of that name than this one.
     */
    List<String> repeated() {
        return repeated;
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    byte[] read(String name, int most) throws MalformedFile {
        var entry = entries.get(name);
        if (entry == null) {
            throw new MalformedFile(Message.of("bundle.missing"));
        }
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes(most + 1);
            spend(bytes.length);
            if (bytes.length > most) {
                throw new MalformedFile(Message.of("bundle.too-large", "most", most));
            }
            mustBeWhole(entry, bytes);
            return bytes;
        } catch (IOException e) {
            throw new MalformedFile(Message.of("bundle.damaged", "reason", e.getMessage()), e);
        }
    }

    private static void mustBeWhole(ZipEntry entry, byte[] bytes) throws MalformedFile {
        var sum = new CRC32();
        sum.update(bytes);
        if (sum.getValue() != entry.getCrc()) {
            throw new MalformedFile(Message.of("bundle.checksum"));
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UnreadableBundle(
                    Message.of("bundle.not-closed", "file", zip.getName(), "reason", e.getMessage()), e);
        }
    }
}
