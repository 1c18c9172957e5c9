package org.serviceledger.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.projection.engine.EngineRun.MODEL;
import static org.serviceledger.projection.engine.EngineRun.PATIENCE;
import static org.serviceledger.projection.engine.EngineRun.windowDay;
import static org.serviceledger.projection.engine.EngineRun.windowDays;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.projection.SharedElasticsearch;

/** The engine rebuilds read models: beside the live one, and at start where the existing index does not fit. */
class RebuildTest {

    private final EngineRun engine = new EngineRun();

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void rebuildsWhileEventsComeInAndSearchesGoOn() throws Exception {
        engine.ledger.append(windowDays(50, 20));
        var projections = engine.start(List.of(engine.model), engine.ledger.source());
        assertThat(projections
                        .awaitPosition(Set.of(MODEL), engine.ledger.source().head(), PATIENCE)
                        .reached())
                .isTrue();
        var before = projections.status(MODEL).index();
        var done = new AtomicBoolean();
        var writer = Thread.startVirtualThread(() -> {
            for (int hall = 1; !done.get(); hall++) {
                engine.ledger.append(windowDay(
                        WindowId.of(OrganizationId.ofCode("320623%03d%03d".formatted(100, hall)), 1), 5));
                pause();
            }
        });
        var fewest = new AtomicInteger(Integer.MAX_VALUE);
        var searcher = Thread.startVirtualThread(() -> {
            while (!done.get()) {
                fewest.accumulateAndGet(engine.count(), Math::min);
            }
        });

        projections.rebuild(MODEL);
        projections.rebuild(MODEL);

        done.set(true);
        writer.join();
        searcher.join();
        assertThat(projections
                        .awaitPosition(Set.of(MODEL), engine.ledger.source().head(), PATIENCE)
                        .reached())
                .isTrue();
        assertThat(fewest.get()).as("documents a search saw at least").isGreaterThanOrEqualTo(50);
        assertThat(projections.status(MODEL).index()).isNotEqualTo(before).isEqualTo("window-days-v1-3");
        assertThat(engine.indices()).containsExactly("window-days-v1-3");
        engine.assertHoldsTheFold(engine.model);
    }

    @Test
    void buildsAnewWhatAnotherVersionLeft() throws Exception {
        var head = engine.ledger.append(windowDays(3, 2));
        var old = engine.start(List.of(engine.model), engine.ledger.source());
        assertThat(old.awaitPosition(Set.of(MODEL), head, PATIENCE).reached()).isTrue();
        old.close();

        var newer = engine.start(List.of(new StumblingModel(2)), engine.ledger.source());

        assertThat(newer.awaitPosition(Set.of(MODEL), head, PATIENCE).reached()).isTrue();
        assertThat(engine.indices()).containsExactly("window-days-v2-1");
        engine.assertHoldsTheFold(engine.model);
    }

    @Test
    void buildsAnewWhatElasticsearchLost() throws Exception {
        var head = engine.ledger.append(windowDays(3, 2));
        var first = engine.start(List.of(engine.model), engine.ledger.source());
        assertThat(first.awaitPosition(Set.of(MODEL), head, PATIENCE).reached()).isTrue();
        first.close();
        SharedElasticsearch.emptied();

        var second = engine.start(List.of(engine.model), engine.ledger.source());

        assertThat(second.awaitPosition(Set.of(MODEL), head, PATIENCE).reached())
                .isTrue();
        engine.assertHoldsTheFold(engine.model);
    }

    @Test
    void buildsAnewWhatAnotherLedgerLeft() throws Exception {
        var other = new LedgerInMemory();
        var otherHead = other.append(windowDays(9, 9));
        var first = engine.start(List.of(engine.model), other.source());
        assertThat(first.awaitPosition(Set.of(MODEL), otherHead, PATIENCE).reached())
                .isTrue();
        first.close();
        var head = engine.ledger.append(windowDays(2, 1));

        var second = engine.start(List.of(engine.model), engine.ledger.source());

        assertThat(second.awaitPosition(Set.of(MODEL), head, PATIENCE).reached())
                .isTrue();
        engine.assertHoldsTheFold(engine.model);
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
