package org.serviceledger.store;

import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.flywaydb.core.Flyway;

/** The tables of the event store, of Axon's tokens and of scheduled tasks, and the rights on them. */
public final class LedgerSchema {

    private static final Pattern ROLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,62}");

    private LedgerSchema() {}

    /**
     * Migrates the schema to the current version.
     *
     * @param owner connects as the role that owns the tables, not as the role of the application
     * @param applicationRole an existing role. It is granted the rights to read and to append, to erase the keys of
     *     persons, and to keep tokens and tasks, and no others.
     */
    public static void migrate(DataSource owner, String applicationRole) {
        if (!ROLE.matcher(applicationRole).matches()) {
            throw new IllegalArgumentException("not the name of a role: " + applicationRole);
        }
        migrate(owner, applicationRole, "db/ledger", "ledger_schema_history");
        migrate(owner, applicationRole, "db/tokens", "token_schema_history");
    }

    /** Returns the names of Axon's token table and its columns. */
    public static TokenSchema tokens() {
        return TokenSchema.builder()
                .setTokenTable("token_entry")
                .setProcessorNameColumn("processor_name")
                .setTokenTypeColumn("token_type")
                .build();
    }

    private static void migrate(DataSource owner, String applicationRole, String location, String history) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:" + location)
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(Map.of("applicationRole", applicationRole))
                .load()
                .migrate();
    }
}
