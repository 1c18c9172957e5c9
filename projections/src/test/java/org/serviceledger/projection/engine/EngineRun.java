package org.serviceledger.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.windowday.WindowDayId;
import org.serviceledger.fixtures.Sample;
import org.serviceledger.fixtures.WindowDayEvents;
import org.serviceledger.projection.InMemoryDocuments;
import org.serviceledger.projection.SharedElasticsearch;
import org.serviceledger.projection.SharedPostgres;
import org.serviceledger.projection.engine.ProjectionStatus.State;
import tools.jackson.databind.JsonNode;

/**
 * Runs the engine on an Elasticsearch that is empty at first and on a ledger in memory, and reads what the engine
 * wrote.
 */
final class EngineRun implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final String MODEL = "window-days";

    final LedgerInMemory ledger = new LedgerInMemory();
    final StumblingModel model = new StumblingModel(1);
    private final ElasticsearchClient client = SharedElasticsearch.emptied();
    private final List<Projections> started = new ArrayList<>();

    EngineRun() {
        SharedPostgres.emptied();
    }

    @Override
    public void close() {
        started.forEach(Projections::close);
    }

    Projections start(List<ReadModel<?>> models, LedgerSource source) {
        return start(models, source, ProjectionSettings.defaults());
    }

    Projections start(List<ReadModel<?>> models, LedgerSource source, ProjectionSettings settings) {
        var projections = new Projections(models, source, client, settings);
        started.add(projections);
        projections.start();
        return projections;
    }

    Projections live(List<ReadModel<?>> models, LedgerSource source) {
        var projections = start(models, source);
        await().atMost(PATIENCE)
                .until(() -> projections.status().stream().allMatch(status -> status.state() == State.LIVE));
        return projections;
    }

    static List<LedgerEvent> windowDays(int windows, int pauses) {
        var events = new ArrayList<LedgerEvent>();
        for (int window = 1; window <= windows; window++) {
            events.addAll(windowDay(WindowId.of(Sample.TOWN, window), pauses));
        }
        return events;
    }

    static List<LedgerEvent> windowDay(WindowId window, int pauses) {
        var day = WindowDayId.of(window, Sample.DAY);
        var events = new ArrayList<LedgerEvent>();
        var at = Sample.at("08:30");
        events.add(WindowDayEvents.opened().of(day).by(Sample.CLERK).at(at).event());
        for (int pause = 1; pause <= pauses; pause++) {
            events.add(WindowDayEvents.paused()
                    .of(day)
                    .reason("取件" + pause)
                    .signShown(true)
                    .by(Sample.CLERK)
                    .at(at.plusSeconds(600L * pause))
                    .event());
            events.add(WindowDayEvents.resumed()
                    .of(day)
                    .by(Sample.B_FOR_A)
                    .at(at.plusSeconds(600L * pause + 120))
                    .event());
        }
        events.add(WindowDayEvents.closed()
                .of(day)
                .by(Sample.CLERK)
                .at(Sample.at("17:00"))
                .event());
        return events;
    }

    <D extends Document> void assertHoldsTheFold(ReadModel<D> model) throws Exception {
        client.indices().refresh(refresh -> refresh.index(model.name()));
        var found = new HashMap<String, D>();
        client.search(search -> search.index(model.name()).size(10_000), model.documentType())
                .hits()
                .hits()
                .forEach(hit -> found.put(String.valueOf(hit.id()), hit.source()));
        assertThat(found).isEqualTo(InMemoryDocuments.of(model, ledger.all()));
    }

    Map<String, JsonNode> sources() throws Exception {
        return sources(List.of(model));
    }

    /** Returns the stored source of every document, by read model, id and version. */
    Map<String, JsonNode> sources(List<ReadModel<?>> models) throws Exception {
        var sources = new HashMap<String, JsonNode>();
        for (var each : models) {
            if (!client.indices().exists(exists -> exists.index(each.name())).value()) {
                continue;
            }
            client.indices().refresh(refresh -> refresh.index(each.name()));
            client.search(search -> search.index(each.name()).size(10_000).version(true), JsonNode.class)
                    .hits()
                    .hits()
                    .forEach(hit -> sources.put(each.name() + "/" + hit.id() + "@" + hit.version(), hit.source()));
        }
        return sources;
    }

    /** Allows or blocks writes to an index. Elasticsearch rejects blocked writes, as it does when its disk is full. */
    void writable(String index, boolean isWritable) throws IOException {
        client.indices()
                .putSettings(put -> put.index(index).settings(set -> set.blocks(blocks -> blocks.write(!isWritable))));
    }

    int count() {
        try {
            client.indices().refresh(refresh -> refresh.index(MODEL));
            return (int) client.count(count -> count.index(MODEL)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> indices() throws Exception {
        return client.indices().get(get -> get.index("*")).indices().keySet();
    }
}
