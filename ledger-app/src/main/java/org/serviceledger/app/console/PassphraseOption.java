package org.serviceledger.app.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.words.Message;
import picocli.CommandLine.Option;

/**
 * The passphrase of a backup, from a file or an environment variable. An option value would be visible to other users.
 */
final class PassphraseOption {

    private static final String VARIABLE = "LEDGER_BACKUP_PASSPHRASE";

    @Option(
            names = "--passphrase-file",
            paramLabel = "${bundle:console.label.file}",
            descriptionKey = "console.option.passphrase-file")
    private @Nullable Path file;

    /** Returns the passphrase; null if the backup is not encrypted. */
    @Nullable String passphrase() {
        @Nullable String told = file == null ? System.getenv(VARIABLE) : read(file);
        if (told == null) {
            return null;
        }
        if (told.isBlank()) {
            throw new LedgerFailed(Message.of("console.backup.empty-passphrase"));
        }
        return told.strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LedgerFailed(
                    Message.of("console.backup.unreadable-passphrase", "file", file, "reason", e.getMessage()), e);
        }
    }
}
