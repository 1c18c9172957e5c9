package org.serviceledger.app.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.app.server.Database.Role;
import org.serviceledger.words.Message;

/**
 * Names and passwords of external servers. They come from environment variables or from files those name, never from
 * options.
 */
record Secrets(Map<String, String> environment) {

    static Secrets ofTheEnvironment() {
        return new Secrets(System.getenv());
    }

    Database database(String jdbcUrl) {
        return new Database(jdbcUrl, role("LEDGER_POSTGRES_OWNER"), application());
    }

    /** The role that may read and append. */
    Role application() {
        return role("LEDGER_POSTGRES_USER");
    }

    /** Credentials for Elasticsearch, if it requires any. */
    Optional<Role> elasticsearch() {
        return environment.containsKey("LEDGER_ELASTICSEARCH_USER")
                ? Optional.of(role("LEDGER_ELASTICSEARCH_USER"))
                : Optional.empty();
    }

    private Role role(String variable) {
        var name = environment.get(variable);
        if (name == null) {
            throw new LedgerFailed(Message.of("console.serve.role-missing", "variable", variable));
        }
        return new Role(name, password(variable + "_PASSWORD"));
    }

    private String password(String variable) {
        var password = environment.get(variable);
        if (password != null) {
            return password;
        }
        var file = environment.get(variable + "_FILE");
        if (file == null) {
            throw new LedgerFailed(Message.of("console.serve.password-missing", "variable", variable));
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new LedgerFailed(
                    Message.of("console.serve.unreadable-password", "file", file, "variable", variable), e);
        }
    }
}
