package org.serviceledger.store.verify;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes errors that mean PostgreSQL cannot read its own data files: a wrong page checksum, a torn row or a failing
 * disk.
 */
final class Damage {

    private static final String INTERNAL_ERROR_CLASS = "XX";
    private static final String IO_ERROR = "58030";

    private Damage() {}

    static boolean isSaidBy(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state != null && (state.startsWith(INTERNAL_ERROR_CLASS) || state.equals(IO_ERROR));
    }

    /** Returns the first line of the error message, without the context that differs from row to row. */
    static String reason(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
