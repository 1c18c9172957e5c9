package org.serviceledger.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.serviceledger.store.secret.OwnersFile;
import org.serviceledger.words.Words;

/** Writes and unpacks gzip-compressed tar archives. */
final class Tar implements AutoCloseable {

    private static final int BUFFER = 1 << 20;

    private final TarArchiveOutputStream out;
    private long bytes;

    Tar(OutputStream to) throws IOException {
        out = new TarArchiveOutputStream(new QuickGzip(to));
        out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    void directory(String name) throws IOException {
        out.putArchiveEntry(new TarArchiveEntry(name + "/"));
        out.closeArchiveEntry();
    }

    void file(String name, byte[] content) throws IOException {
        begin(name, content.length);
        out.write(content);
        out.closeArchiveEntry();
    }

    /**
     * Adds a file that other processes may change, truncate or delete meanwhile. The entry keeps the file's initial
     * length; missing bytes become zeros.
     */
    void file(String name, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            long length = Files.size(file);
            begin(name, length);
            var buffer = new byte[BUFFER];
            long left = length;
            while (left > 0) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(left, BUFFER));
                out.write(buffer, 0, read);
                left -= read;
                if (read == 0) {
                    pad(left);
                    left = 0;
                }
            }
            out.closeArchiveEntry();
        } catch (NoSuchFileException _) {
            // PostgreSQL dropped the file after the directory was listed; the WAL replays that
        }
    }

    private void pad(long zeros) throws IOException {
        var nothing = new byte[BUFFER];
        for (long left = zeros; left > 0; left -= BUFFER) {
            out.write(nothing, 0, (int) Math.min(left, BUFFER));
        }
    }

    private void begin(String name, long length) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(length);
        out.putArchiveEntry(entry);
        bytes += length;
    }

    /** Uncompressed size of the files added so far. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Unpacks an archive below a directory, readable by the owner only. Every file is on disk when this returns. */
    static void unpack(InputStream from, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(from, BUFFER))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException(Words.say("console.backup.archive-outside", "file", entry.getName()));
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target, OwnersFile.directory());
                } else {
                    Files.createDirectories(target.getParent(), OwnersFile.directory());
                    write(tar, target);
                }
            }
        }
    }

    /** Writes a new file, readable by the owner only. It is on disk when this returns. */
    static void write(InputStream content, Path file) throws IOException {
        try (var channel = FileChannel.open(Files.createFile(file, OwnersFile.owners()), StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private static final class QuickGzip extends GZIPOutputStream {

        QuickGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
