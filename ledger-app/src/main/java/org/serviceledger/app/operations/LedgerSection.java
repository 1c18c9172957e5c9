package org.serviceledger.app.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.LedgerHeads;
import org.serviceledger.store.log.TreeHash;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows the head of the ledger and how much of it is signed. */
@Component
@Order(10)
class LedgerSection implements OperationsSection {

    private static final String LAST = "SELECT size, signed_at FROM ledger_checkpoint ORDER BY size DESC LIMIT 1";

    private final LedgerHeads heads;
    private final JdbcClient database;
    private final Clock clock;

    LedgerSection(LedgerHeads heads, JdbcClient database, Clock clock) {
        this.heads = heads;
        this.database = database;
        this.clock = clock;
    }

    /** The latest checkpoint. */
    public record Signed(long size, Instant at) {}

    /**
     * The head of the ledger.
     *
     * @param size number of events
     * @param root root hash in base64, as in the checkpoint
     * @param signed the latest checkpoint; null if nothing is signed yet
     * @param seconds time since the latest checkpoint was signed
     * @param unsigned number of events the latest checkpoint does not cover
     */
    public record Head(long size, String root, @Nullable Signed signed, long seconds, long unsigned) {}

    @Override
    public String template() {
        return "operations/ledger";
    }

    @Override
    public Head content() {
        var last = last();
        var head = heads.current();
        return new Head(
                head.size(),
                new TreeHash(HexFormat.of().parseHex(head.root())).base64(),
                last.orElse(null),
                last.map(signed ->
                                Duration.between(signed.at(), clock.instant()).toSeconds())
                        .orElse(0L),
                head.size() - last.map(Signed::size).orElse(0L));
    }

    private Optional<Signed> last() {
        return database.sql(LAST)
                .query((row, _) -> new Signed(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional();
    }
}
