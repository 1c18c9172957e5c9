package org.serviceledger.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The embedded server cannot start. The message is one line and says what to do. */
public final class EmbeddedServerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    EmbeddedServerException(String message) {
        super(message);
    }

    EmbeddedServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Turns an error of the operating system, met while working under this directory, into advice. */
    static EmbeddedServerException under(Path directory, IOException cause) {
        return new EmbeddedServerException(advice(directory, String.valueOf(cause.getMessage())), cause);
    }

    /** Turns what a server program printed, while working under this directory, into advice. */
    static EmbeddedServerException saying(Path directory, String output) {
        return new EmbeddedServerException(advice(directory, output));
    }

    private static String advice(Path directory, String reason) {
        if (reason.contains("No space left on device") || reason.contains("Disk quota exceeded")) {
            return "the disk that holds " + directory + " is full: free some space there and start again";
        }
        if (reason.contains("ermission denied")
                || reason.contains("Read-only file system")
                || reason.contains("AccessDenied")) {
            return directory + " cannot be written: make it writable for this user or choose another data directory";
        }
        if (reason.contains("could not bind")) {
            return "PostgreSQL cannot work in " + directory + ": another program has its port: "
                    + reason.lines()
                            .filter(line -> line.contains("could not bind"))
                            .findFirst()
                            .orElse("");
        }
        if (reason.contains("unshare")) {
            return "PostgreSQL refuses to run as root, and this machine allows no user namespace to leave root in:"
                    + " start as an ordinary user";
        }
        return "PostgreSQL cannot work in " + directory + ": " + lastLine(reason);
    }

    private static String lastLine(String text) {
        var lines = text.strip().lines().toList();
        return lines.isEmpty() ? "it said nothing; see server.log there" : lines.getLast();
    }
}
