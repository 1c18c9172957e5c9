package org.serviceledger.projection;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.serviceledger.fixtures.LedgerDatabase;

/** One real PostgreSQL for all tests of a JVM. It stores tokens as in production. */
public final class SharedPostgres {

    private static final LedgerDatabase DATABASE = start();

    private SharedPostgres() {}

    public static ConnectionProvider connections() {
        return DATABASE.connections();
    }

    public static TransactionManager transactions() {
        return DATABASE.transactions();
    }

    public static TokenStore tokens() {
        return DATABASE.tokens();
    }

    /** Deletes the progress of all read models. */
    public static void emptied() {
        change("DELETE FROM token_entry");
        change("DELETE FROM read_model_tally");
        change("DELETE FROM read_model_check");
    }

    private static LedgerDatabase start() {
        var database = LedgerDatabase.start();
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        return database;
    }

    /** Executes SQL without the engine's knowledge and returns the number of rows changed. */
    public static int change(String sql) {
        return DATABASE.change(sql);
    }
}
