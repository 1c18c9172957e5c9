package org.serviceledger.store.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.Sha256;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.words.Message;

/**
 * Stores the last checkpoint of each log in a file of its own. No other process may write to the directory. When
 * {@link #keep} returns, the checkpoint is on disk. Replacement is atomic: after a crash the file has the old or the
 * new checkpoint.
 */
final class WitnessMemory {

    private final Path directory;

    WitnessMemory(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory, e);
        }
    }

    /** Returns the name of a log in files and URLs: the SHA-256 of its origin, in hexadecimal. */
    static String hash(String origin) {
        return HexFormat.of().formatHex(Sha256.digest().digest(origin.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Returns the stored checkpoint; empty if there is none. Throws {@link IllegalStateException} if the file is not a
     * checkpoint of this log, so that a damaged memory is never silently reset.
     */
    Optional<SignedNote> kept(String origin) {
        var file = directory.resolve(hash(origin));
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(origin, Files.readAllBytes(file)));
        } catch (MalformedLog e) {
            throw damaged(origin, file, e.why(), e);
        } catch (IOException e) {
            throw damaged(origin, file, e.getMessage(), e);
        }
    }

    private static DamagedMemory damaged(String origin, Path file, @Nullable Object reason, Exception cause) {
        return new DamagedMemory(
                Message.of("witness.damaged-memory", "origin", origin, "file", file, "reason", reason), cause);
    }

    /** Throws {@link MalformedLog} if it could not be read again, and keeps what was there. */
    void keep(String origin, SignedNote note) {
        var text = note.toString();
        read(origin, text.getBytes(StandardCharsets.UTF_8));
        write(directory.resolve(hash(origin)), text);
    }

    /**
     * Stores the proof that a log forked, for a later investigation. If there is already one for this size, it is kept.
     */
    void keepEvidence(String origin, Answer.Forked fork) {
        var file = directory.resolve("%s.fork-at-%d".formatted(hash(origin), fork.size()));
        if (!Files.exists(file)) {
            write(file, fork.remembered() + "\n" + fork.shown());
        }
    }

    private static SignedNote read(String origin, byte[] file) {
        var note = SignedNote.parse(file);
        if (!Checkpoint.parse(note.text()).origin().equals(origin)) {
            throw new MalformedLog(Message.of("log.of-another"));
        }
        return note;
    }

    private void write(Path file, String text) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (var parent = FileChannel.open(directory, StandardOpenOption.READ)) {
                parent.force(true); // makes the new directory entry durable
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
