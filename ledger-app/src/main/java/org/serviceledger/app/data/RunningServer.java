package org.serviceledger.app.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.serviceledger.words.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Address and process of the server that runs on a data directory. The server writes it, and other commands read it.
 */
public record RunningServer(URI url, long pid, Instant readySince) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Returns the server of this directory; empty if there is none or its process has ended. */
    public static Optional<RunningServer> read(Path root) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file(root)), RunningServer.class))
                    .filter(server -> ProcessHandle.of(server.pid())
                            .filter(ProcessHandle::isAlive)
                            .isPresent());
        } catch (IOException | JacksonException _) {
            return Optional.empty();
        }
    }

    public void write(Path root) {
        try {
            var fresh = root.resolve("server.json.new");
            Files.writeString(fresh, JSON.writeValueAsString(this));
            Files.move(fresh, file(root), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LedgerFailed(
                    Message.of("console.data.unwritten", "file", file(root), "reason", e.getMessage()), e);
        }
    }

    public static void remove(Path root) {
        try {
            Files.deleteIfExists(file(root));
        } catch (IOException e) {
            throw new LedgerFailed(
                    Message.of("console.data.unremoved", "file", file(root), "reason", e.getMessage()), e);
        }
    }

    private static Path file(Path root) {
        return root.resolve("server.json");
    }
}
