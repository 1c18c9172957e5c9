package org.serviceledger.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.ExplainedException;
import org.serviceledger.words.Message;

/** The embedded server cannot start. The message is one line and says what to do. */
public final class EmbeddedServerException extends ExplainedException {

    private static final long serialVersionUID = 1;

    EmbeddedServerException(Message why) {
        this(why, null);
    }

    EmbeddedServerException(Message why, @Nullable Throwable cause) {
        super(why, cause);
    }

    /** Turns an error of the operating system, met while working under this directory, into advice. */
    static EmbeddedServerException under(Path directory, IOException cause) {
        return new EmbeddedServerException(advice(directory, String.valueOf(cause.getMessage())), cause);
    }

    /** Turns what a server program printed, while working under this directory, into advice. */
    static EmbeddedServerException saying(Path directory, String output) {
        return new EmbeddedServerException(advice(directory, output));
    }

    private static Message advice(Path directory, String reason) {
        if (reason.contains("No space left on device") || reason.contains("Disk quota exceeded")) {
            return Message.of("postgres.no-room", "directory", directory);
        }
        if (reason.contains("ermission denied")
                || reason.contains("Read-only file system")
                || reason.contains("AccessDenied")) {
            return Message.of("postgres.unwritable", "directory", directory);
        }
        if (reason.contains("could not bind")) {
            var line = reason.lines()
                    .filter(said -> said.contains("could not bind"))
                    .findFirst()
                    .orElse("");
            return Message.of("postgres.port-taken", "directory", directory, "reason", line);
        }
        if (reason.contains("unshare")) {
            return Message.of("postgres.as-root");
        }
        return Message.of("postgres.failed", "directory", directory, "reason", lastLine(reason));
    }

    private static @Nullable String lastLine(String text) {
        var lines = text.strip().lines().toList();
        return lines.isEmpty() ? null : lines.getLast();
    }
}
