package org.serviceledger.store.outage;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.AppendOutcomeUnknown;

/** Why the database cannot carry out a request, although the request is valid. */
public enum StoreOutage {
    /** The database went away during a commit. The events may or may not be stored. */
    OUTCOME_UNKNOWN,
    NO_ANSWER,
    DISK_FULL,
    READ_ONLY;

    /** Finds the outage that caused a failure; empty if none did. */
    public static Optional<StoreOutage> behind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AppendOutcomeUnknown) {
                return Optional.of(OUTCOME_UNKNOWN);
            }
            if (cause instanceof SQLException sql) {
                return of(sql);
            }
        }
        return Optional.empty();
    }

    /**
     * Reads PostgreSQL's classes of error codes: 08 connection, 53 resources, 57P shutdown, 58 errors of the system
     * beneath.
     */
    private static Optional<StoreOutage> of(SQLException e) {
        @Nullable String state = e.getSQLState();
        if (state == null) {
            return e instanceof SQLTransientConnectionException ? Optional.of(NO_ANSWER) : Optional.empty();
        }
        return switch (state) {
            case "53100" -> Optional.of(DISK_FULL);
            case "25006" -> Optional.of(READ_ONLY);
            default -> state.matches("(08|53|57P|58).*") ? Optional.of(NO_ANSWER) : Optional.empty();
        };
    }
}
