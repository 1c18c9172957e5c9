package org.serviceledger.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.projection.engine.EngineRun.MODEL;
import static org.serviceledger.projection.engine.EngineRun.PATIENCE;
import static org.serviceledger.projection.engine.EngineRun.windowDays;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.projection.SharedElasticsearch;
import org.serviceledger.projection.engine.DocumentAudit.Round;
import org.serviceledger.projection.engine.DocumentFlaw.Absent;
import org.serviceledger.projection.engine.DocumentFlaw.Behind;
import org.serviceledger.projection.engine.DocumentFlaw.Differs;
import org.serviceledger.projection.engine.DocumentFlaw.Surplus;
import org.serviceledger.words.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Documents are changed without the read model's knowledge. The audit finds each change and names the document and the
 * field.
 */
class DocumentAuditTest {

    private final EngineRun engine = new EngineRun();
    private final ElasticsearchClient client = SharedElasticsearch.unchanged();
    private String victim = "";
    private long size;

    @BeforeEach
    void fold() {
        engine.ledger.append(windowDays(8, 3));
        var projections = engine.live(List.of(engine.model), engine.ledger.source());
        size = engine.ledger.source().head() + 1;
        assertThat(projections.awaitPosition(Set.of(MODEL), size - 1, PATIENCE).reached())
                .isTrue();
        victim = new StoredDocuments(client, MODEL)
                .ids(size).stream().sorted().findFirst().orElseThrow();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void documentsNobodyTouchedAreAsTheirEventsGiveThem() {
        assertThat(audit()).isEmpty();
        assertThat(new DocumentAudit(List.of(engine.model), engine.ledger::read, client, Duration.ofMillis(500))
                        .check(size, DocumentAudit.ALL)
                        .compared())
                .isEqualTo(8);
    }

    @Test
    void aFieldIsChanged() throws IOException {
        client.update(update -> update.index(MODEL).id(victim).doc(Map.of("state", "OPEN")), JsonNode.class);

        assertThat(audit()).containsExactly(new Differs(MODEL, victim, "state"));
    }

    @Test
    void aDocumentIsReplacedByAnother() throws IOException {
        var ids = new StoredDocuments(client, MODEL).ids(size).stream().sorted().toList();
        var other = source(ids.get(1));
        client.index(put -> put.index(MODEL).id(victim).document(other));

        assertThat(audit())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.line(Language.ENGLISH)).contains(victim));
    }

    @Test
    void aDocumentIsDeleted() throws IOException {
        client.delete(delete -> delete.index(MODEL).id(victim));

        assertThat(audit()).singleElement().isInstanceOf(Absent.class);
    }

    @Test
    void aDocumentIsAdded() throws IOException {
        var source = source(victim);
        client.index(put -> put.index(MODEL).id("forged").document(source));

        assertThat(audit()).containsExactly(new Surplus(MODEL, "forged"));
    }

    @Test
    void anOlderFormOfADocumentIsPutBack() throws IOException {
        var source = (ObjectNode) source(victim);
        long position = source.path("position").asLong();
        client.index(
                put -> put.index(MODEL).id(victim).document(source.deepCopy().put("position", 0)));

        assertThat(audit()).containsExactly(new Behind(MODEL, victim, 0, position));
    }

    /** The flaw names the position alone, because the reader's error message may contain personal data. */
    @ParameterizedTest
    @ValueSource(longs = {0, 5})
    void anEventCannotBeRead(long position) {
        var outcome = new DocumentAudit(
                        List.of(engine.model),
                        () -> engine.ledger.read().peek(event -> {
                            if (RecordedEvent.positionOf(event) == position) {
                                throw new SerializationException("no JSON: '张三'");
                            }
                        }),
                        client,
                        Duration.ofMillis(500))
                .check(size, DocumentAudit.ALL);

        assertThat(outcome.compared()).isZero();
        assertThat(outcome.flaws()).singleElement().satisfies(flaw -> {
            assertThat(flaw.line(Language.ENGLISH))
                    .isEqualTo("documents: the event at position %d cannot be folded, so none was compared"
                            .formatted(position));
            assertThat(flaw.line(Language.CHINESE))
                    .contains("位置 %d ".formatted(position))
                    .doesNotContain("张三");
        });
    }

    @Test
    void whatWasRecordedSinceIsPassedOver() {
        long before = 3;

        assertThat(new DocumentAudit(List.of(engine.model), engine.ledger::read, client, Duration.ofMillis(500))
                        .check(before, DocumentAudit.ALL)
                        .flaws())
                .isEmpty();
    }

    @Test
    void aSampleIsAShareOfAll() {
        var shares = List.of(0L, 1L, 2L).stream()
                .map(part -> new DocumentAudit.Share(3, part))
                .toList();

        assertThat(new StoredDocuments(client, MODEL).ids(size))
                .allSatisfy(id -> assertThat(shares.stream()
                                .filter(share -> share.has(MODEL, id))
                                .count())
                        .isEqualTo(1));
    }

    @Test
    void afterAsManyNightsAsSharesEveryDocumentWasCompared() throws IOException {
        client.update(update -> update.index(MODEL).id(victim).doc(Map.of("state", "OPEN")), JsonNode.class);
        var audit = new DocumentAudit(List.of(engine.model), engine.ledger::read, client, Duration.ofMillis(500));
        long compared = 0;
        var found = new ArrayList<DocumentFlaw>();
        for (int night = 0; night < 14; night++) {
            var outcome = audit.check(size, new Round(14, (5 + night) % 14, 1), 0);
            compared += outcome.compared();
            found.addAll(outcome.flaws());
        }

        assertThat(compared).isEqualTo(8);
        assertThat(found).containsExactly(new Differs(MODEL, victim, "state"));
        assertThat(audit.check(size, new Round(14, 3, 14), 0).compared())
                .as("all nights at once")
                .isEqualTo(8);
        assertThat(audit.check(size, new Round(14, 3, 1), 8).compared())
                .as("as many as asked for")
                .isEqualTo(8);
    }

    private JsonNode source(String id) {
        return Objects.requireNonNull(
                new StoredDocuments(client, MODEL).get(List.of(id)).get(id));
    }

    private List<DocumentFlaw> audit() {
        return new DocumentAudit(List.of(engine.model), engine.ledger::read, client, Duration.ofMillis(500))
                .check(size, DocumentAudit.ALL)
                .flaws();
    }
}
