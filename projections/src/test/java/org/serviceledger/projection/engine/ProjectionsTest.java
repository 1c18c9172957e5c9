package org.serviceledger.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.serviceledger.projection.engine.EngineRun.MODEL;
import static org.serviceledger.projection.engine.EngineRun.PATIENCE;
import static org.serviceledger.projection.engine.EngineRun.windowDays;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceledger.projection.ReadModels;
import org.serviceledger.projection.SampleLedger;
import org.serviceledger.projection.SharedPostgres;
import org.serviceledger.projection.engine.ProjectionStatus.State;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;

/** The engine processes events, stops at an event that it cannot fold, and yields the same documents after a crash. */
class ProjectionsTest {

    private final EngineRun engine = new EngineRun();

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void takesInEveryKindOfEventAndReplaysThemToIdenticalDocuments() throws Exception {
        var projections = engine.live(ReadModels.all(SampleLedger.CODES), engine.ledger.source());
        var head = engine.ledger.append(SampleLedger.everything());
        assertThat(projections.awaitPosition(names(ReadModels.all(SampleLedger.CODES)), head, PATIENCE))
                .isEqualTo(new CaughtUp(true, head));
        projections.close();
        var before = engine.sources(ReadModels.all(SampleLedger.CODES));
        for (var each : ReadModels.all(SampleLedger.CODES)) {
            engine.assertHoldsTheFold(each);
        }

        SharedPostgres.emptied();
        var again = engine.start(ReadModels.all(SampleLedger.CODES), engine.ledger.source());
        assertThat(again.awaitPosition(names(ReadModels.all(SampleLedger.CODES)), head, PATIENCE)
                        .reached())
                .isTrue();

        assertIdentical(engine.sources(ReadModels.all(SampleLedger.CODES)), before);
    }

    @Test
    void aBatchFlushedBeforeACrashIsReplayedToIdenticalDocuments() throws Exception {
        var events = windowDays(20, 5);
        var crash = new CommitsThatFail(() -> engine.model.folded == events.size() - 1);
        var crashing = engine.live(List.of(engine.model), engine.ledger.source(crash));
        var head = engine.ledger.append(events);
        await().atMost(PATIENCE).until(() -> crash.failed.get() > 0 && closedWindows() == 20);
        crashing.close();
        var flushed = engine.sources();
        assertThat(flushed).hasSize(20);
        assertThat(crashing.status(MODEL).position()).isLessThan(head);

        var again = engine.start(List.of(engine.model), engine.ledger.source());

        assertThat(again.awaitPosition(Set.of(MODEL), head, PATIENCE).reached()).isTrue();
        assertIdentical(engine.sources(), flushed);
        engine.assertHoldsTheFold(engine.model);
    }

    /** The token advances before the engine writes to Elasticsearch. A failed write must undo that. */
    @Test
    void aBatchThatElasticsearchDidNotTakeIsNotPassedOver() throws Exception {
        var source = engine.ledger.source();
        var refused = engine.live(List.of(engine.model), source);
        var index = refused.status(MODEL).index();
        engine.writable(MODEL, false);
        var head = engine.ledger.append(windowDays(20, 5));
        await().atMost(PATIENCE).until(() -> refused.status(MODEL).state() == State.FAILING);
        refused.close();
        engine.writable(MODEL, true);

        var again = engine.start(List.of(engine.model), engine.ledger.source());

        assertThat(again.awaitPosition(Set.of(MODEL), head, PATIENCE).reached()).isTrue();
        assertThat(again.status(MODEL).index()).as("not rebuilt").isEqualTo(index);
        engine.assertHoldsTheFold(engine.model);
    }

    @Test
    void stopsAtAFailingEventAndGoesOnOnceItIsRepaired() throws Exception {
        engine.model.stumblesAt = 7;
        var projections = engine.live(List.of(engine.model), engine.ledger.source());
        var head = engine.ledger.append(windowDays(4, 5));
        await().atMost(PATIENCE).until(() -> projections.status(MODEL).state() == State.FAILING);

        var status = projections.status(MODEL);
        var failure = Objects.requireNonNull(status.failure());
        assertThat(failure.position()).isEqualTo(7);
        assertThat(failure.reason()).startsWith("位置 7 的 ").endsWith(" 出错：a stone at 7");
        assertThat(failure.eventId()).isEqualTo(engine.ledger.all().get(7).eventId());
        assertThat(status.position()).isLessThan(7);
        assertThat(projections
                        .awaitPosition(Set.of(MODEL), head, Duration.ofMillis(50))
                        .reached())
                .isFalse();
        assertThat(engine.sources().values())
                .as("what came before it")
                .allSatisfy(
                        source -> assertThat(source.get("position").asLong()).isLessThan(7));

        engine.model.stumblesAt = -1;

        assertThat(projections.awaitPosition(Set.of(MODEL), head, PATIENCE).reached())
                .isTrue();
        assertThat(projections.status(MODEL).state()).isEqualTo(State.LIVE);
        assertThat(projections.status(MODEL).failure()).isNull();
        engine.assertHoldsTheFold(engine.model);
    }

    @Test
    void dividesTheWorkAmongSegmentsWithoutLosingOrder() throws Exception {
        var settings = new ProjectionSettings(
                4, 10, 8, 3, 20_000, 0, Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofSeconds(60));
        var projections = engine.start(List.of(engine.model), engine.ledger.source(), settings);
        for (int round = 0; round < 10; round++) {
            engine.ledger.append(windowDays(20, 2));
        }

        assertThat(projections
                        .awaitPosition(Set.of(MODEL), engine.ledger.source().head(), PATIENCE)
                        .reached())
                .isTrue();
        engine.assertHoldsTheFold(engine.model);
    }

    private static List<String> names(List<ReadModel<?>> models) {
        return models.stream().map(ReadModel::name).toList();
    }

    private static void assertIdentical(Map<String, JsonNode> now, Map<String, JsonNode> before) {
        assertThat(now.keySet()).isEqualTo(before.keySet());
        before.forEach((id, source) -> assertThat(now.get(id)).as(id).isEqualTo(source));
    }

    private long closedWindows() throws Exception {
        return engine.sources().values().stream()
                .filter(source -> source.get("state").asString().equals("CLOSED"))
                .count();
    }

    /**
     * Once the condition holds, rolls a batch back when its unit of work commits, after everything else has happened.
     */
    private static final class CommitsThatFail implements TransactionManager {

        final AtomicInteger failed = new AtomicInteger();
        private final BooleanSupplier from;

        CommitsThatFail(BooleanSupplier from) {
            this.from = from;
        }

        @Override
        public Transaction startTransaction() {
            var real = SharedPostgres.transactions().startTransaction();
            return new Transaction() {
                @Override
                public void commit() {
                    var inBatch = StackWalker.getInstance()
                            .walk(frames -> frames.anyMatch(
                                    frame -> frame.getMethodName().equals("processBatch")
                                            || frame.getMethodName().equals("processInUnitOfWork")));
                    if (inBatch && from.getAsBoolean()) {
                        failed.incrementAndGet();
                        real.rollback();
                        throw new IllegalStateException("killed between flush and commit");
                    }
                    real.commit();
                }

                @Override
                public void rollback() {
                    if (TransactionSynchronizationManager.isActualTransactionActive()) {
                        real.rollback();
                    }
                }
            };
        }
    }
}
