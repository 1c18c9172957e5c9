package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.store.Appends.several;
import static org.serviceledger.store.Appends.written;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceledger.store.embedded.EmbeddedPostgres;
import org.serviceledger.store.log.NewSigner;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.publication.Checkpoints;
import org.serviceledger.store.publication.PublishedLog;
import org.serviceledger.store.verify.Finding;
import org.serviceledger.store.verify.Finding.Altered;
import org.serviceledger.store.verify.Finding.Unchecked;
import org.serviceledger.store.verify.Finding.Unreadable;
import org.serviceledger.store.verify.LedgerVerifier;
import org.serviceledger.store.verify.Trust;
import org.serviceledger.words.Language;

/** If a page of PostgreSQL's files cannot be read, only the rows on that page are lost to the check. */
class DamagedPageTest {

    private static final int PAGE_BYTES = 8192;
    private static final NoteSigner SIGNER = NewSigner.log("log.example");

    @TempDir
    private Path temporary;

    @Test
    void thePositionsOnItAreNamedAndTheRestIsChecked() throws Exception {
        var onDamagedPages = record();
        var first = onDamagedPages.getFirst();

        var findings = verify();

        var unreadable = findings.stream()
                .filter(Unreadable.class::isInstance)
                .map(Unreadable.class::cast)
                .toList();
        assertThat(positions(unreadable)).isEqualTo(onDamagedPages);
        assertThat(unreadable.getFirst().line(Language.ENGLISH))
                .startsWith("positions %d to ".formatted(first))
                .contains(" cannot be read, PostgreSQL's files are damaged: ", "invalid page in block 20 of relation");
        assertThat(unreadable.getFirst().line(Language.CHINESE))
                .startsWith("位置 %d 至 ".formatted(first))
                .contains("无法读取");
        assertThat(findings)
                .filteredOn(finding -> !(finding instanceof Unreadable) && !(finding instanceof Unchecked))
                .as("what else is wrong is found, and nothing that is not")
                .singleElement()
                .satisfies(finding -> assertThat(finding)
                        .isInstanceOfSatisfying(
                                Altered.class,
                                altered ->
                                        assertThat(altered.event().position()).isEqualTo(1500)));
    }

    /**
     * Records a ledger and damages two pages of its table, the last page among them. Returns the positions of the rows
     * on these pages.
     */
    private List<Long> record() throws IOException, SQLException {
        var positions = new ArrayList<Long>();
        Path file;
        try (var postgres = EmbeddedPostgres.start(temporary.resolve("postgres"));
                var ledger = TestLedger.migratedOn(postgres)) {
            try (var engine = PostgresEventStorageEngine.builder(ledger.application(), Note.serializer())
                    .build()) {
                for (int i = 0; i < 40; i++) {
                    engine.appendEvents(several("note-" + i, 0, 50));
                    engine.appendEvents(
                            List.of(written("note-keyed-" + i, 0, "x", Map.of(IdempotencyKeys.KEY, "clerk/" + i))));
                }
                ledger.tamper("UPDATE ledger_event SET payload = payload || ' ' WHERE position = 1500");
                engine.appendEvents(several("note-after", 0, 100));
                new Checkpoints(ledger.application(), new PublishedLog(ledger.application(), "default"), SIGNER)
                        .publish();
            }
            try (var connection = ledger.owner().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CHECKPOINT");
                try (var rows = statement.executeQuery("SELECT position FROM ledger_event WHERE split_part(ctid::text,"
                        + " ',', 1) IN ('(20', '(' || (SELECT max(split_part(trim(ctid::text, '('), ',', 1)::int) FROM"
                        + " ledger_event)) ORDER BY position")) {
                    while (rows.next()) {
                        positions.add(rows.getLong(1));
                    }
                }
                try (var row = statement.executeQuery(
                        "SELECT current_setting('data_directory') || '/' || pg_relation_filepath('ledger_event')")) {
                    row.next();
                    file = Path.of(row.getString(1));
                }
            }
        }
        damage(file);
        assertThat(positions).hasSizeGreaterThan(5).contains(2139L);
        return positions;
    }

    private static void damage(Path file) throws IOException {
        try (var pages = new RandomAccessFile(file.toFile(), "rw")) {
            for (long page : new long[] {20, pages.length() / PAGE_BYTES - 1}) {
                pages.seek(page * PAGE_BYTES + 100);
                pages.write(new byte[4000]);
            }
        }
    }

    private List<Finding> verify() throws IOException {
        try (var postgres = EmbeddedPostgres.start(temporary.resolve("postgres"));
                var ledger = TestLedger.migratedOn(postgres)) {
            return new LedgerVerifier(ledger.application(), "default")
                    .remembering(10)
                    .verify(new Trust(List.of(SIGNER.verifier()), List.of()), (_, _) -> {})
                    .findings();
        }
    }

    private static List<Long> positions(List<Unreadable> ranges) {
        var positions = new ArrayList<Long>();
        for (var range : ranges) {
            for (long at = range.first(); at <= range.last(); at++) {
                positions.add(at);
            }
        }
        return positions;
    }
}
