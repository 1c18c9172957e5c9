package org.serviceledger.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.serviceledger.store.LedgerSchema;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.embedded.EmbeddedPostgres;
import org.serviceledger.store.verify.LedgerVerifier;
import org.serviceledger.store.verify.Trust;
import org.serviceledger.store.verify.Verification;
import org.serviceledger.store.wire.WireNameSerializer;

/**
 * Measures how fast a whole ledger is verified, compared with a bare {@link MessageDigest} over as many bytes in pieces
 * of the same size and with a bare JDBC read of the same rows. Rounds alternate. Prints the medians as Markdown.
 *
 * <p>Arguments: events, rounds, data directory; all optional. A directory that holds a ledger from an earlier run is
 * reused.
 */
public final class VerifyBenchmark {

    private static final int STREAM = 5;
    private static final int TOGETHER = 500;
    private static final int NODE_BYTES = 65;

    private final DataSource dataSource;

    private record Round(Verification verification, double bareSeconds, double readSeconds) {

        /** The megabytes hashed for the content, the leaves and the nodes of the tree. */
        double megabytes() {
            return (verification.contentBytes() + verification.leafBytes() + NODE_BYTES * verification.size()) / 1e6;
        }

        double hashing() {
            return verification.hashing().toNanos() / 1e9;
        }

        double whole() {
            return verification.took().toNanos() / 1e9;
        }
    }

    private VerifyBenchmark(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        var data = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("verify-benchmark-");
        try (var postgres = EmbeddedPostgres.start(data);
                var owner = pool(postgres, postgres.user(), postgres.password());
                var application = pool(postgres, postgres.applicationUser(), postgres.applicationPassword())) {
            LedgerSchema.migrate(owner, postgres.applicationUser());
            fill(application, events);
            new VerifyBenchmark(application).run(rounds);
        }
    }

    private static void fill(DataSource dataSource, int events) {
        try (var engine = PostgresEventStorageEngine.builder(dataSource, new WireNameSerializer(Folder.wireNames()))
                .build()) {
            if (engine.createHeadToken() != null) {
                return;
            }
            var batch = new ArrayList<GenericDomainEventMessage<?>>();
            for (int i = 0; i < events; i++) {
                var id = "folder-" + i / STREAM;
                int number = i % STREAM;
                batch.add(new GenericDomainEventMessage<>(
                        "Folder",
                        id,
                        number,
                        number == 0
                                ? new Folder.Opened(id, "320623-hall-1", Folder.TEXT)
                                : new Folder.Entered(id, number, "320623-hall-1", Folder.TEXT)));
                if (batch.size() == TOGETHER) {
                    engine.appendEvents(batch);
                    batch.clear();
                }
            }
            engine.appendEvents(batch);
        }
    }

    private void run(int rounds) throws Exception {
        var measured = new ArrayList<Round>();
        for (int i = -1; i < rounds; i++) {
            var verification = new LedgerVerifier(dataSource, PostgresEventStorageEngine.Builder.DEFAULT_TENANT)
                    .verify(new Trust(List.of(), List.of()), (_, _) -> {});
            if (!verification.isSound()) {
                throw new IllegalStateException(
                        verification.findings().getFirst().line());
            }
            var round = new Round(verification, bareSeconds(verification), readSeconds());
            System.err.printf(
                    "round %d: %,d events, whole %.2f s, hashing %.2f s, bare digest %.2f s, bare read %.2f s%n",
                    i + 1,
                    verification.size(),
                    round.whole(),
                    round.hashing(),
                    round.bareSeconds(),
                    round.readSeconds());
            if (i >= 0) {
                measured.add(round);
            }
        }
        print(measured);
    }

    /**
     * For each event, computes a digest over content, one over a leaf and one over a node, each of the average size.
     */
    private static double bareSeconds(Verification verification) throws GeneralSecurityException {
        var sha256 = MessageDigest.getInstance("SHA-256");
        var bytes = new byte[1 << 20];
        new Random(1).nextBytes(bytes);
        int content = (int) (verification.contentBytes() / verification.size());
        int leaf = (int) (verification.leafBytes() / verification.size());
        long began = System.nanoTime();
        byte[] last = {};
        for (long i = 0; i < verification.size(); i++) {
            int at = (int) (i * 997 % (bytes.length - content - leaf - NODE_BYTES));
            sha256.update(bytes, at, content);
            last = sha256.digest();
            sha256.update(bytes, at + content, leaf);
            last = sha256.digest();
            sha256.update(bytes, at + content + leaf, NODE_BYTES);
            last = sha256.digest();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (last.length == 0) {
            throw new IllegalStateException("nothing was hashed");
        }
        return seconds;
    }

    /** Reads all columns of all rows with plain JDBC, in the order of positions. */
    private double readSeconds() throws SQLException {
        long began = System.nanoTime();
        long bytes = 0;
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var query = connection.prepareStatement("SELECT * FROM ledger_event ORDER BY position")) {
                query.setFetchSize(5_000);
                try (var rows = query.executeQuery()) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int column = 1; column <= columns; column++) {
                            var value = rows.getObject(column);
                            bytes += value instanceof byte[] binary ? binary.length : 1;
                        }
                    }
                }
            }
            connection.rollback();
        }
        if (bytes == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static void print(List<Round> rounds) {
        var size = rounds.getFirst().verification().size();
        double hashing = median(rounds, round -> round.megabytes() / round.hashing());
        double bare = median(rounds, round -> round.megabytes() / round.bareSeconds());
        double whole = median(rounds, round -> size / round.whole());
        double read = median(rounds, round -> size / round.readSeconds());
        System.out.printf(
                "%d rounds after one to warm up, medians; %,d events, %.0f MB hashed%n%n",
                rounds.size(), size, rounds.getFirst().megabytes());
        System.out.println("| | verify | bare | verify ÷ bare |");
        System.out.println("|---|---:|---:|---:|");
        System.out.printf(
                "| hashing and deriving, MB/s on one thread ÷ `MessageDigest` | %,.0f | %,.0f | **%.2f** |%n",
                hashing, bare, hashing / bare);
        System.out.printf(
                "| whole ledger, events/s ÷ JDBC read of the rows | %,.0f | %,.0f | **%.2f** |%n",
                whole, read, whole / read);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        var values = rounds.stream().mapToDouble(value).toArray();
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres, String user, String password) {
        var config = new HikariConfig();
        config.setJdbcUrl(postgres.jdbcUrl());
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }
}
