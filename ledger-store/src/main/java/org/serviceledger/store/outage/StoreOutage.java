package org.serviceledger.store.outage;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.AppendOutcomeUnknown;

/** Why the database cannot do what is asked of it, though nothing is wrong with what was asked. */
public enum StoreOutage {
    /** It went away during a commit: what was appended may be stored or not. */
    OUTCOME_UNKNOWN,
    NO_ANSWER,
    DISK_FULL,
    READ_ONLY;

    /** The outage behind a failure, if there is one. */
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

    /** By the classes of PostgreSQL's error codes: 08 connection, 53 resources, 57P shutdown, 58 the system beneath. */
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
