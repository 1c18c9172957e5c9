package org.serviceledger.app.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.LedgerFailed;
import picocli.CommandLine.Option;

/** What a backup is encrypted with; from no option itself, where others could read it. */
final class PassphraseOption {

    private static final String VARIABLE = "LEDGER_BACKUP_PASSPHRASE";

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "The backup is encrypted with the passphrase in this file, or in " + VARIABLE + ".")
    private @Nullable Path file;

    /** Null if the backup is not encrypted. */
    @Nullable String passphrase() {
        @Nullable String told = file == null ? System.getenv(VARIABLE) : read(file);
        if (told == null) {
            return null;
        }
        if (told.isBlank()) {
            throw new LedgerFailed("the passphrase of the backup is empty");
        }
        return told.strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LedgerFailed("cannot read the passphrase in %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
