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
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.OrganizationId;
import org.serviceledger.api.WindowDayEvent.WindowClosed;
import org.serviceledger.api.WindowDayEvent.WindowOpened;
import org.serviceledger.api.WindowDayEvent.WindowPaused;
import org.serviceledger.api.WindowDayEvent.WindowResumed;
import org.serviceledger.api.WindowDayId;
import org.serviceledger.api.WindowId;
import org.serviceledger.projection.InMemoryDocuments;
import org.serviceledger.projection.ReadModels;
import org.serviceledger.projection.SampleLedger;
import org.serviceledger.projection.SharedElasticsearch;
import org.serviceledger.projection.engine.ProjectionStatus.State;
import tools.jackson.databind.JsonNode;

/** The engine on a real Elasticsearch and a ledger in memory. */
class ProjectionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String MODEL = "window-days";

    private final TestLedger ledger = new TestLedger();
    private final StumblingModel model = new StumblingModel(1);
    private final List<Projections> started = new ArrayList<>();
    private ElasticsearchClient client;

    @BeforeEach
    void anEmptyElasticsearch() {
        client = SharedElasticsearch.emptied();
    }

    @AfterEach
    void stopAll() {
        started.forEach(Projections::close);
    }

    @Test
    void takesInEveryKindOfEventAndReplaysThemToIdenticalDocuments() throws Exception {
        var projections = live(ReadModels.all(), ledger.source());
        var head = ledger.append(SampleLedger.everything());
        assertThat(projections.awaitPosition(names(ReadModels.all()), head, PATIENCE))
                .isEqualTo(new CaughtUp(true, head));
        projections.close();
        var before = sources(ReadModels.all());
        for (var each : ReadModels.all()) {
            assertHoldsTheFold(each);
        }

        ledger.tokens = new InMemoryTokenStore();
        var again = start(ReadModels.all(), ledger.source());
        assertThat(again.awaitPosition(names(ReadModels.all()), head, PATIENCE).reached())
                .isTrue();

        assertIdentical(sources(ReadModels.all()), before);
    }

    @Test
    void aBatchFlushedBeforeACrashIsReplayedToIdenticalDocuments() throws Exception {
        var events = windowDays(20, 5);
        var crash = new CommitsThatFail(() -> model.folded == events.size() - 1);
        var crashing = live(List.of(model), ledger.source(crash));
        var head = ledger.append(events);
        await().atMost(PATIENCE).until(() -> crash.failed.get() > 0 && closedWindows() == 20);
        crashing.close();
        var flushed = sources();
        assertThat(flushed).hasSize(20);
        assertThat(crashing.status(MODEL).position()).isLessThan(head);

        var again = start(List.of(model), ledger.source());

        assertThat(again.awaitPosition(Set.of(MODEL), head, PATIENCE).reached()).isTrue();
        assertIdentical(sources(), flushed);
        assertHoldsTheFold(model);
    }

    @Test
    void stopsAtAFailingEventAndGoesOnOnceItIsRepaired() throws Exception {
        model.stumblesAt = 7;
        var projections = live(List.of(model), ledger.source());
        var head = ledger.append(windowDays(4, 5));
        await().atMost(PATIENCE).until(() -> projections.status(MODEL).state() == State.FAILING);

        var status = projections.status(MODEL);
        var failure = Objects.requireNonNull(status.failure());
        assertThat(failure.position()).isEqualTo(7);
        assertThat(failure.reason()).contains("a stone at 7");
        assertThat(failure.eventId()).isEqualTo(ledger.all().get(7).eventId());
        assertThat(status.position()).isLessThan(7);
        assertThat(projections
                        .awaitPosition(Set.of(MODEL), head, Duration.ofMillis(50))
                        .reached())
                .isFalse();
        assertThat(sources().values())
                .as("what came before it")
                .allSatisfy(
                        source -> assertThat(source.get("position").asLong()).isLessThan(7));

        model.stumblesAt = -1;

        assertThat(projections.awaitPosition(Set.of(MODEL), head, PATIENCE).reached())
                .isTrue();
        assertThat(projections.status(MODEL).state()).isEqualTo(State.LIVE);
        assertThat(projections.status(MODEL).failure()).isNull();
        assertHoldsTheFold(model);
    }

    @Test
    void rebuildsWhileEventsComeInAndSearchesGoOn() throws Exception {
        ledger.append(windowDays(50, 20));
        var projections = start(List.of(model), ledger.source());
        assertThat(projections
                        .awaitPosition(Set.of(MODEL), ledger.source().head(), PATIENCE)
                        .reached())
                .isTrue();
        var before = projections.status(MODEL).index();
        var done = new AtomicBoolean();
        var writer = Thread.startVirtualThread(() -> {
            for (int hall = 1; !done.get(); hall++) {
                ledger.append(windowDay(
                        WindowId.of(OrganizationId.ofCode("320623%03d%03d".formatted(100, hall)), 1), 5));
                pause();
            }
        });
        var fewest = new AtomicInteger(Integer.MAX_VALUE);
        var searcher = Thread.startVirtualThread(() -> {
            while (!done.get()) {
                fewest.accumulateAndGet(count(), Math::min);
            }
        });

        projections.rebuild(MODEL);
        projections.rebuild(MODEL);

        done.set(true);
        writer.join();
        searcher.join();
        assertThat(projections
                        .awaitPosition(Set.of(MODEL), ledger.source().head(), PATIENCE)
                        .reached())
                .isTrue();
        assertThat(fewest.get()).as("documents a search saw at least").isGreaterThanOrEqualTo(50);
        assertThat(projections.status(MODEL).index()).isNotEqualTo(before).isEqualTo("window-days-v1-3");
        assertThat(indices()).containsExactly("window-days-v1-3");
        assertHoldsTheFold(model);
    }

    @Test
    void buildsAnewWhatAnotherVersionLeft() throws Exception {
        var head = ledger.append(windowDays(3, 2));
        var old = start(List.of(model), ledger.source());
        assertThat(old.awaitPosition(Set.of(MODEL), head, PATIENCE).reached()).isTrue();
        old.close();

        var newer = start(List.of(new StumblingModel(2)), ledger.source());

        assertThat(newer.awaitPosition(Set.of(MODEL), head, PATIENCE).reached()).isTrue();
        assertThat(indices()).containsExactly("window-days-v2-1");
        assertHoldsTheFold(model);
    }

    @Test
    void buildsAnewWhatElasticsearchLost() throws Exception {
        var head = ledger.append(windowDays(3, 2));
        var first = start(List.of(model), ledger.source());
        assertThat(first.awaitPosition(Set.of(MODEL), head, PATIENCE).reached()).isTrue();
        first.close();
        SharedElasticsearch.emptied();

        var second = start(List.of(model), ledger.source());

        assertThat(second.awaitPosition(Set.of(MODEL), head, PATIENCE).reached())
                .isTrue();
        assertHoldsTheFold(model);
    }

    @Test
    void buildsAnewWhatAnotherLedgerLeft() throws Exception {
        var other = new TestLedger();
        var otherHead = other.append(windowDays(9, 9));
        var first = start(List.of(model), other.source());
        assertThat(first.awaitPosition(Set.of(MODEL), otherHead, PATIENCE).reached())
                .isTrue();
        first.close();
        var head = ledger.append(windowDays(2, 1));

        var second = start(List.of(model), ledger.source());

        assertThat(second.awaitPosition(Set.of(MODEL), head, PATIENCE).reached())
                .isTrue();
        assertHoldsTheFold(model);
    }

    @Test
    void dividesTheWorkAmongSegmentsWithoutLosingOrder() throws Exception {
        var settings = new ProjectionSettings(4, 10, 8, 3, 20_000, 0, Duration.ofSeconds(1));
        var projections = new Projections(List.of(model), ledger.source(), client, settings);
        started.add(projections);
        projections.start();
        for (int round = 0; round < 10; round++) {
            ledger.append(windowDays(20, 2));
        }

        assertThat(projections
                        .awaitPosition(Set.of(MODEL), ledger.source().head(), PATIENCE)
                        .reached())
                .isTrue();
        assertHoldsTheFold(model);
    }

    private Projections start(List<ReadModel<?>> models, LedgerSource source) {
        var projections = new Projections(models, source, client, ProjectionSettings.defaults());
        started.add(projections);
        projections.start();
        return projections;
    }

    private Projections live(List<ReadModel<?>> models, LedgerSource source) {
        var projections = start(models, source);
        await().atMost(PATIENCE)
                .until(() -> projections.status().stream().allMatch(status -> status.state() == State.LIVE));
        return projections;
    }

    private static List<String> names(List<ReadModel<?>> models) {
        return models.stream().map(ReadModel::name).toList();
    }

    private static List<LedgerEvent> windowDays(int windows, int pauses) {
        var events = new ArrayList<LedgerEvent>();
        for (int window = 1; window <= windows; window++) {
            events.addAll(windowDay(WindowId.of(SampleLedger.TOWN, window), pauses));
        }
        return events;
    }

    private static List<LedgerEvent> windowDay(WindowId window, int pauses) {
        var day = WindowDayId.of(window, SampleLedger.DAY);
        var events = new ArrayList<LedgerEvent>();
        var at = SampleLedger.at("08:30");
        events.add(new WindowOpened(day, SampleLedger.CLERK, at));
        for (int pause = 1; pause <= pauses; pause++) {
            events.add(new WindowPaused(day, "取件" + pause, true, SampleLedger.CLERK, at.plusSeconds(600L * pause)));
            events.add(new WindowResumed(day, SampleLedger.B_FOR_A, at.plusSeconds(600L * pause + 120)));
        }
        events.add(new WindowClosed(day, SampleLedger.CLERK, SampleLedger.at("17:00")));
        return events;
    }

    private <D extends Document> void assertHoldsTheFold(ReadModel<D> model) throws Exception {
        client.indices().refresh(refresh -> refresh.index(model.name()));
        var found = new HashMap<String, D>();
        client.search(search -> search.index(model.name()).size(10_000), model.documentType())
                .hits()
                .hits()
                .forEach(hit -> found.put(String.valueOf(hit.id()), hit.source()));
        assertThat(found).isEqualTo(InMemoryDocuments.of(model, ledger.all()));
    }

    private Map<String, JsonNode> sources() throws Exception {
        return sources(List.of(model));
    }

    /** The stored source of every document, and its version. */
    private Map<String, JsonNode> sources(List<ReadModel<?>> models) throws Exception {
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

    private static void assertIdentical(Map<String, JsonNode> now, Map<String, JsonNode> before) {
        assertThat(now.keySet()).isEqualTo(before.keySet());
        before.forEach((id, source) -> assertThat(now.get(id)).as(id).isEqualTo(source));
    }

    private long closedWindows() throws Exception {
        return sources().values().stream()
                .filter(source -> source.get("state").asString().equals("CLOSED"))
                .count();
    }

    private int count() {
        try {
            client.indices().refresh(refresh -> refresh.index(MODEL));
            return (int) client.count(count -> count.index(MODEL)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<String> indices() throws Exception {
        return client.indices().get(get -> get.index("*")).indices().keySet();
    }

    /** Lets everything of a unit of work happen and then does not commit it. */
    private static final class CommitsThatFail implements TransactionManager {

        final AtomicInteger failed = new AtomicInteger();
        private final BooleanSupplier from;

        CommitsThatFail(BooleanSupplier from) {
            this.from = from;
        }

        @Override
        public Transaction startTransaction() {
            return new Transaction() {
                @Override
                public void commit() {
                    var inBatch = StackWalker.getInstance()
                            .walk(frames -> frames.anyMatch(
                                    frame -> frame.getMethodName().equals("processBatch")
                                            || frame.getMethodName().equals("processInUnitOfWork")));
                    if (inBatch && from.getAsBoolean()) {
                        failed.incrementAndGet();
                        throw new IllegalStateException("killed between flush and commit");
                    }
                }

                @Override
                public void rollback() {}
            };
        }
    }
}
