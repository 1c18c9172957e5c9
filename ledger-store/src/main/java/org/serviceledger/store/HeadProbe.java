package org.serviceledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reads the head of the ledger, once for all callers that ask at the same time. */
final class HeadProbe implements AutoCloseable {

    private static final String CURRENT = "SELECT size, root FROM ledger_head";

    /**
     * How long to wait for more callers. Short compared with a commit, long compared with the query. When many callers
     * load at the same time, the wait saves most of the queries.
     */
    private static final Duration GATHERING = Duration.ofNanos(200_000);

    private final SharedQuery<Boolean, LedgerHead> query;

    HeadProbe(DataSource dataSource) {
        this.query = new SharedQuery<>(dataSource, 1, Integer.MAX_VALUE, GATHERING, HeadProbe::prepared);
    }

    /** The head as committed at some time after the call. */
    LedgerHead current() {
        return query.ask(true);
    }

    @Override
    public void close() {
        query.close();
    }

    private static SharedQuery.Prepared<Boolean, LedgerHead> prepared(Connection connection) throws SQLException {
        var statement = connection.prepareStatement(CURRENT);
        return questions -> {
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new EventStoreException("the head of the ledger is missing: the schema is damaged");
                }
                return Collections.nCopies(questions.size(), LedgerHead.of(row.getLong(1), row.getBytes(2)));
            }
        };
    }
}
