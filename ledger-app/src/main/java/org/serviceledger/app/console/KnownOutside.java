package org.serviceledger.app.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.app.data.LogKey;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.publication.LogKeyHistory;
import org.serviceledger.store.verify.Trust;
import org.serviceledger.store.witness.WitnessPolicy;
import org.serviceledger.words.Message;

/** Keys and checkpoints of the log that the operator obtained independently of the ledger. */
record KnownOutside(List<VerifierKey> keys, List<Trust.Kept> checkpoints) {

    /**
     * Parses the given keys and files. Throws with a one-line message for one that is neither a key nor a checkpoint.
     */
    static KnownOutside read(List<String> keys, List<Path> files) {
        return new KnownOutside(
                keys.stream().flatMap(KnownOutside::keys).toList(),
                files.stream().map(KnownOutside::checkpoint).toList());
    }

    /** Returns what verification trusts: the given keys or, if there are none, the public key in the data directory. */
    Trust trust(DataSource ledger, Path data) {
        return new Trust(keys.isEmpty() ? ofTheDirectory(ledger, data) : keys, checkpoints);
    }

    /** Ignores malformed key rows here; the verification reports them. */
    private static List<VerifierKey> ofTheDirectory(DataSource ledger, Path data) {
        return LogKey.read(data.resolve("log-key")).stream()
                .flatMap(pair -> new LogKeyHistory(ledger)
                        .read(_ -> {}).current().stream()
                                .map(tenure -> new VerifierKey(tenure.key().name(), pair.getPublic())))
                .toList();
    }

    /** Reads a witness policy; without a file, no witness is required. */
    static WitnessPolicy policy(@Nullable Path file) {
        if (file == null) {
            return WitnessPolicy.NONE;
        }
        try {
            return WitnessPolicy.parse(Files.readString(file));
        } catch (IOException e) {
            throw new LedgerFailed(
                    Message.of("console.verify.unreadable-policy", "file", file, "reason", e.getMessage()), e);
        } catch (MalformedLog e) {
            throw new LedgerFailed(Message.of("console.verify.wrong-policy", "file", file, "reason", e.why()), e);
        }
    }

    /** Parses a key, or a file with one key per line; lines that begin with # are comments. */
    private static Stream<VerifierKey> keys(String lineOrFile) {
        try {
            var file = Path.of(lineOrFile);
            return Files.isRegularFile(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(KnownOutside::key)
                    : Stream.of(key(lineOrFile));
        } catch (IOException e) {
            throw new LedgerFailed(
                    Message.of("console.verify.unreadable-keys", "file", lineOrFile, "reason", e.getMessage()), e);
        } catch (InvalidPathException _) {
            return Stream.of(key(lineOrFile));
        }
    }

    private static VerifierKey key(String line) {
        try {
            return VerifierKey.parse(line.strip());
        } catch (MalformedLog e) {
            throw new LedgerFailed(Message.of("console.verify.wrong-key", "reason", e.why()), e);
        }
    }

    private static Trust.Kept checkpoint(Path file) {
        try {
            var note = SignedNote.parse(Files.readAllBytes(file));
            Checkpoint.parse(note.text());
            return new Trust.Kept(file.toString(), note);
        } catch (IOException e) {
            throw new LedgerFailed(
                    Message.of("console.verify.unreadable-checkpoint", "file", file, "reason", e.getMessage()), e);
        } catch (MalformedLog e) {
            throw new LedgerFailed(Message.of("console.verify.no-checkpoint", "file", file, "reason", e.why()), e);
        }
    }
}
