package org.serviceledger.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceledger.fixtures.Sample;
import org.serviceledger.fixtures.WindowDayEvents;
import org.serviceledger.projection.SampleLedger;
import org.serviceledger.projection.SharedElasticsearch;
import org.serviceledger.projection.windowday.WindowDayDocument;
import org.serviceledger.projection.windowday.WindowDays;

/**
 * Elasticsearch's circuit breaker for requests in flight trips, so that Elasticsearch answers 429 as with a full heap.
 */
class OverloadTest {

    private static final String BREAKER = "network.breaker.inflight_requests.limit";

    /** By default, Elasticsearch reads a bulk request in parts, and its breaker then sees no large request. */
    private static final String BULK_IN_PARTS = "rest.incremental_bulk";

    private static final int DOCUMENTS = 2_000;

    private final WindowDays model = new WindowDays();
    private final ElasticsearchClient client = SharedElasticsearch.emptied();
    private final AtomicBoolean givenUp = new AtomicBoolean();
    private final Generations<WindowDayDocument> generations =
            new Generations<>(client, model, ProjectionSettings.defaults());
    private String name = "";

    @BeforeEach
    void anEmptyIndex() throws IOException {
        name = generations.create();
        client.cluster().putSettings(put -> put.transient_(BULK_IN_PARTS, JsonData.of(false)));
    }

    @AfterEach
    void enoughRoom() throws IOException {
        breakAt("100%");
    }

    @Test
    void smallerRequestsGoThroughWhereALargeOneDoesNot() throws Exception {
        breakAt("150kb");

        var documents = documents();
        generations.index(name, Patience.upTo(Duration.ofSeconds(30))).put(documents);

        breakAt("100%");
        assertThat(count()).isEqualTo(DOCUMENTS);
        assertThat(generations.index(name, Patience.upTo(Duration.ZERO)).get(documents.keySet()))
                .isEqualTo(documents);
    }

    @Test
    void whoeverHasPatienceWaitsForRoom() throws Exception {
        breakAt("1kb");

        var put = CompletableFuture.supplyAsync(
                () -> generations.index(name, Patience.until(givenUp::get)).put(documents()));
        Thread.sleep(1_500);
        assertThat(put).isNotDone();
        breakAt("100%");

        assertThat(put.get(60, TimeUnit.SECONDS)).isEmpty();
        assertThat(count()).isEqualTo(DOCUMENTS);
    }

    @Test
    void whoeverGivesUpIsToldWhy() throws Exception {
        breakAt("1kb");
        var put = CompletableFuture.supplyAsync(
                () -> generations.index(name, Patience.until(givenUp::get)).put(documents()));
        Thread.sleep(500);

        givenUp.set(true);

        assertThat(put)
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(Overloaded.class)
                .withMessageContaining("could not write to " + name)
                .withMessageContaining("Data too large");
    }

    @Test
    void whoeverHasNoTimeIsToldAtOnce() throws Exception {
        breakAt("1kb");

        assertThatExceptionOfType(Overloaded.class)
                .isThrownBy(() ->
                        generations.index(name, Patience.upTo(Duration.ZERO)).put(documents()));
    }

    private void breakAt(String limit) throws IOException {
        client.cluster().putSettings(put -> put.transient_(BREAKER, JsonData.of(limit)));
    }

    private long count() throws IOException {
        client.indices().refresh(refresh -> refresh.index(name));
        return client.count(count -> count.index(name)).count();
    }

    private Map<String, Kept<WindowDayDocument>> documents() {
        var documents = new HashMap<String, Kept<WindowDayDocument>>();
        for (int i = 0; i < DOCUMENTS; i++) {
            var opened = WindowDayEvents.opened()
                    .of(Sample.WINDOW_DAY)
                    .by(Sample.CLERK)
                    .at(Sample.at("08:30"))
                    .event();
            documents.put(
                    "document-" + i,
                    Kept.first(Objects.requireNonNull(model.after(null, SampleLedger.recorded(opened, i)))));
        }
        return documents;
    }
}
