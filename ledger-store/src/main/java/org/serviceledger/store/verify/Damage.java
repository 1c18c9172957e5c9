package org.serviceledger.store.verify;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells when PostgreSQL cannot read its own files: a page whose checksum is wrong, a row torn apart, a disk that fails. */
final class Damage {

    private static final String INTERNAL_ERROR_CLASS = "XX";
    private static final String IO_ERROR = "58030";

    private Damage() {}

    static boolean isSaidBy(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state != null && (state.startsWith(INTERNAL_ERROR_CLASS) || state.equals(IO_ERROR));
    }

    /** Without the context that differs from row to row. */
    static String reason(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
