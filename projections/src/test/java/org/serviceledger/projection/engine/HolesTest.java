package org.serviceledger.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.serviceledger.projection.engine.EngineRun.MODEL;
import static org.serviceledger.projection.engine.EngineRun.PATIENCE;
import static org.serviceledger.projection.engine.EngineRun.windowDay;
import static org.serviceledger.projection.engine.EngineRun.windowDays;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.projection.SharedElasticsearch;
import org.serviceledger.projection.SharedPostgres;
import org.serviceledger.projection.engine.ProjectionStatus.State;
import org.serviceledger.words.Language;
import tools.jackson.databind.node.ObjectNode;

/**
 * A read model is damaged while it runs or while it is stopped. The engine notices, gives the reason and rebuilds it.
 */
class HolesTest {

    private static final ProjectionSettings OFTEN = new ProjectionSettings(
            1, 500, 8, 2000, 20_000, 0, Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofSeconds(2));

    private static final long MANY = 1_000_000;

    private final EngineRun engine = new EngineRun();
    private final ElasticsearchClient client = SharedElasticsearch.unchanged();
    private final List<String> reasons = new CopyOnWriteArrayList<>();
    private Projections projections = engine.start(List.of(engine.model), engine.ledger.source(), OFTEN);

    @BeforeEach
    void fold() {
        engine.ledger.append(windowDays(8, 3));
        awaitHead();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aDocumentIsDeleted() throws Exception {
        mendsItself(
                "holds 7 documents of 56 events, and 8 of 64 were written",
                () -> client.delete(delete -> delete.index(MODEL).id(someDocument())));
    }

    @Test
    void anOlderFormOfADocumentIsPutBack() throws Exception {
        var id = someDocument();
        var older = (ObjectNode) Objects.requireNonNull(
                new StoredDocuments(client, MODEL).get(List.of(id)).get(id));
        older.put(Kept.FOLDED_EVENTS, 3);
        mendsItself(
                "holds 8 documents of 59 events",
                () -> client.index(put -> put.index(MODEL).id(id).document(older)));
    }

    @Test
    void allDocumentsAreDeleted() throws Exception {
        mendsItself("0 documents of 0 events", () -> {
            var ids = new StoredDocuments(client, MODEL).ids(MANY);
            client.bulk(
                    bulk -> { // in one request, since a check between two would find some left
                        ids.forEach(id -> bulk.operations(
                                one -> one.delete(delete -> delete.index(MODEL).id(id))));
                        return bulk;
                    });
        });
    }

    @Test
    void theIndexIsDeleted() throws Exception {
        mendsItself("does not lead to one index", () -> client.indices().delete(delete -> delete.index(index())));
    }

    @Test
    void theIndexIsDeletedWhileEventsComeIn() throws Exception {
        mendsItself("does not lead to one index", () -> {
            client.indices().delete(delete -> delete.index(index()));
            append(2);
        });
        assertThat(engine.indices()).doesNotContain(MODEL);
    }

    @Test
    void theIndexIsClosed() throws Exception {
        mendsItself("cannot be read", () -> client.indices().close(close -> close.index(index())));
    }

    @Test
    void theAliasIsMoved() throws Exception {
        client.indices().create(create -> create.index("other"));
        mendsItself(
                "is not the index that was written to",
                () -> client.indices()
                        .updateAliases(update -> update.actions(action -> action.remove(
                                        remove -> remove.index(index()).alias(MODEL)))
                                .actions(action ->
                                        action.add(add -> add.index("other").alias(MODEL)))));
    }

    @Test
    void theTokenIsDeleted() throws Exception {
        mendsItself("a token is missing", () -> change("DELETE FROM token_entry WHERE processor_name = 'window-days'"));
    }

    @Test
    void theTokenIsMovedBeyondTheLedgerWhileItIsStopped() throws Exception {
        engine.close();
        moveToken(1_000_000);
        restart();
        append(3);
        wholeAgain();
    }

    /**
     * The token skips events that the read model has not seen. They are behind the token, so only the count of events
     * shows the hole.
     */
    @Test
    void theTokenIsMovedAheadWhileItIsStopped() throws Exception {
        engine.close();
        append(4);
        moveToken(engine.ledger.source().head() - 3);
        mendsItself("events up to position", this::restart);
    }

    @Test
    void theTokenIsMovedBackWhileItIsStopped() throws Exception {
        engine.close();
        moveToken(5);
        restart();
        append(5);
        awaitHead();
        wholeAgain();
    }

    @Test
    void whatARebuildLeftIsDropped() throws Exception {
        client.indices().create(create -> create.index("window-days-v1-99"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(engine.indices()).doesNotContain("window-days-v1-99"));
        wholeAgain();
    }

    /** Checks every millisecond while the engine writes on four segments. No check may find a hole. */
    @Test
    void nothingIsWrongWhileMuchIsWritten() throws Exception {
        engine.close();
        SharedPostgres.emptied();
        projections = engine.start(
                List.of(engine.model),
                engine.ledger.source(),
                new ProjectionSettings(
                        4, 20, 8, 3, 20_000, 0, Duration.ofSeconds(1), Duration.ofMillis(1), Duration.ofSeconds(60)));
        awaitHead();
        var index = index();
        for (int round = 0; round < 40; round++) {
            append(10 + round);
        }
        awaitHead();
        wholeAgain();
        assertThat(index()).as("never rebuilt").isEqualTo(index);
    }

    private void mendsItself(String reason, ThrowingCallable damage) throws Exception {
        assertThatCode(damage).doesNotThrowAnyException();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> reasons.addAll(reasonsNow()) && !reasons.isEmpty());
        assertThat(reasons).first().asString().contains(reason);
        append(50);
        wholeAgain();
    }

    private List<String> reasonsNow() {
        var reasonsNow = new ArrayList<String>();
        var status = projections.status(MODEL);
        var failure = status.failure();
        if (status.state() == State.HOLED && failure != null) {
            reasonsNow.add(failure.why().in(Language.ENGLISH));
        }
        return reasonsNow;
    }

    private void wholeAgain() throws Exception {
        await().atMost(PATIENCE).until(() -> projections.status(MODEL).state() == State.LIVE);
        awaitHead();
        engine.assertHoldsTheFold(engine.model);
    }

    private void restart() {
        projections = engine.start(List.of(engine.model), engine.ledger.source(), OFTEN);
    }

    private void append(int hall) {
        engine.ledger.append(windowDay(
                WindowId.of(OrganizationId.ofCode("320623%03d%03d".formatted(100, hall)), 1), 5));
    }

    private void awaitHead() {
        assertThat(projections
                        .awaitPosition(Set.of(MODEL), engine.ledger.source().head(), PATIENCE)
                        .reached())
                .isTrue();
    }

    private String index() {
        return Objects.requireNonNull(projections.status(MODEL).index());
    }

    private String someDocument() {
        return new StoredDocuments(client, MODEL)
                .ids(MANY).stream().sorted().findFirst().orElseThrow();
    }

    private static void moveToken(long position) {
        change("""
            UPDATE token_entry SET token = convert_to('{"globalIndex":%d}', 'UTF8'), owner = NULL
            WHERE processor_name = 'window-days'\
            """.formatted(position));
    }

    private static void change(String sql) {
        assertThat(SharedPostgres.change(sql)).isPositive();
    }
}
