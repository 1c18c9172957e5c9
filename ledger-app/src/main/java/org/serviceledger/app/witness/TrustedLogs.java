package org.serviceledger.app.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.words.Message;

/** Parses the logs to watch: verifier keys, or files with one key per line and comments after #. */
final class TrustedLogs {

    private static final String OPTION = "--trust";

    private TrustedLogs() {}

    static List<VerifierKey> of(WitnessOptions options) {
        var keys =
                options.trusted().stream().flatMap(TrustedLogs::keys).distinct().toList();
        if (keys.isEmpty()) {
            throw new LedgerFailed(Message.of("console.witness.no-logs"));
        }
        return keys;
    }

    private static Stream<VerifierKey> keys(String keyOrFile) {
        return keyOrFile.contains("+") && !Files.exists(Path.of(keyOrFile))
                ? Stream.of(key(keyOrFile, OPTION))
                : inFile(Path.of(keyOrFile)).stream();
    }

    private static List<VerifierKey> inFile(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var keys = new ArrayList<VerifierKey>();
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    keys.add(key(line, Message.of("console.witness.line", "file", file, "line", i + 1)));
                }
            }
            return keys;
        } catch (IOException e) {
            throw new LedgerFailed(Message.of("console.witness.no-key", "file", file), e);
        }
    }

    private static VerifierKey key(String line, Object where) {
        try {
            var key = VerifierKey.parse(line);
            return switch (key.type()) {
                case ED25519 -> key;
                case COSIGNATURE ->
                    throw new LedgerFailed(
                            Message.of("console.witness.key-of-a-witness", "where", where, "name", key.name()));
                case SM2 ->
                    throw new LedgerFailed(
                            Message.of("console.witness.key-beside", "where", where, "name", key.name()));
            };
        } catch (MalformedLog e) {
            throw new LedgerFailed(Message.of("console.witness.wrong-key", "where", where, "reason", e.why()), e);
        }
    }
}
