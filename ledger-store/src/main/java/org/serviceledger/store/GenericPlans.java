package org.serviceledger.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Keeps PostgreSQL from planning a statement again at each execution. It would do so for array parameters, because its
 * estimate of their length makes every cached plan look worse. The planning costs more than the statement.
 */
final class GenericPlans {

    private GenericPlans() {}

    static void on(Connection connection) throws SQLException {
        set(connection, "force_generic_plan");
    }

    static void off(Connection connection) throws SQLException {
        set(connection, "auto");
    }

    private static void set(Connection connection, String mode) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET plan_cache_mode = " + mode);
        }
    }
}
