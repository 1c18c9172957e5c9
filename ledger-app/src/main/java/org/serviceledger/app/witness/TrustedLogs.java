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

/** The logs a witness watches, as it was told: verifier keys, or files with one a line and remarks after #. */
final class TrustedLogs {

    private TrustedLogs() {}

    static List<VerifierKey> of(WitnessOptions options) {
        var keys =
                options.trusted().stream().flatMap(TrustedLogs::keys).distinct().toList();
        if (keys.isEmpty()) {
            throw new LedgerFailed("a witness watches logs: tell the key of each (GET /vkey of the log) with --trust");
        }
        return keys;
    }

    private static Stream<VerifierKey> keys(String keyOrFile) {
        return keyOrFile.contains("+") && !Files.exists(Path.of(keyOrFile))
                ? Stream.of(key(keyOrFile, "--trust"))
                : inFile(Path.of(keyOrFile)).stream();
    }

    private static List<VerifierKey> inFile(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var keys = new ArrayList<VerifierKey>();
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    keys.add(key(line, "%s line %d".formatted(file, i + 1)));
                }
            }
            return keys;
        } catch (IOException e) {
            throw new LedgerFailed(
                    "--trust: '%s' is neither a verifier key nor a file that can be read".formatted(file), e);
        }
    }

    private static VerifierKey key(String line, String where) {
        try {
            var key = VerifierKey.parse(line);
            return switch (key.type()) {
                case ED25519 -> key;
                case COSIGNATURE ->
                    throw new LedgerFailed(
                            "%s: '%s' is the key of a witness, not of a log".formatted(where, key.name()));
                case SM2 ->
                    throw new LedgerFailed(
                            "%s: '%s' signs beside a log's own key: name that".formatted(where, key.name()));
            };
        } catch (MalformedLog e) {
            throw new LedgerFailed("%s: %s".formatted(where, e.getMessage()), e);
        }
    }
}
