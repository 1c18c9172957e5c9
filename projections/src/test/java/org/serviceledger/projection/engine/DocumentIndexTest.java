package org.serviceledger.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceledger.fixtures.Sample;
import org.serviceledger.fixtures.WindowDayEvents;
import org.serviceledger.projection.SampleLedger;
import org.serviceledger.projection.SharedElasticsearch;
import org.serviceledger.projection.engine.DocumentIndex.Totals;
import org.serviceledger.projection.item.Items;
import org.serviceledger.projection.windowday.WindowDayDocument;
import org.serviceledger.projection.windowday.WindowDays;

class DocumentIndexTest {

    private static final Patience PATIENCE = Patience.upTo(Duration.ofSeconds(10));

    private final WindowDays model = new WindowDays();
    private final ElasticsearchClient client = SharedElasticsearch.emptied();
    private DocumentIndex<WindowDayDocument> index;

    @BeforeEach
    void anEmptyIndex() {
        var generations = new Generations<>(client, model, ProjectionSettings.defaults());
        index = generations.index(generations.create(), PATIENCE);
    }

    @Test
    void givesBackWhatWasPutBeforeAnySearchSeesIt() {
        var document = new Kept<>(documentAt(5).document(), 7, 3);

        assertThat(index.put(Map.of("a", document))).isEmpty();

        assertThat(index.get(List.of("a", "b"))).isEqualTo(Map.of("a", document));
    }

    @Test
    void refusesAWriteThatComesLate() {
        index.put(Map.of("a", documentAt(5)));

        assertThat(index.put(Map.of("a", documentAt(4)))).containsExactly("a");

        assertThat(index.get(List.of("a"))).isEqualTo(Map.of("a", documentAt(5)));
    }

    @Test
    void takesTheSameWriteTwice() {
        index.put(Map.of("a", documentAt(5)));

        assertThat(index.put(Map.of("a", documentAt(5)))).isEmpty();
    }

    @Test
    void knowsWhatItHolds() {
        assertThat(index.totals()).isEqualTo(new Totals(0, 0, -1));

        index.put(Map.of("a", documentAt(5), "b", new Kept<>(documentAt(7).document(), 4, 3)));

        assertThat(index.totals()).isEqualTo(new Totals(2, 5, 7));
    }

    @Test
    void makesNoIndexOfTheNameOfAnAliasThatIsGone() {
        var alias = DocumentIndex.behind(client, "window-days", WindowDayDocument.class, PATIENCE);

        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> alias.put(Map.of("a", documentAt(5))));

        assertThat(new Generations<>(client, model, ProjectionSettings.defaults()).live())
                .isEmpty();
    }

    @Test
    void saysWhichDocumentElasticsearchRefused() {
        var items = new Generations<>(client, new Items(), ProjectionSettings.defaults()).create();
        var wrong = DocumentIndex.named(client, items, WindowDayDocument.class, PATIENCE);

        assertThatExceptionOfType(ProjectionFailed.class)
                .isThrownBy(() -> wrong.put(Map.of("a", documentAt(5))))
                .withMessageContaining("Elasticsearch refused document a of items-v2-1")
                .withMessageContaining("strict");
    }

    private Kept<WindowDayDocument> documentAt(long position) {
        var opened = SampleLedger.recorded(
                WindowDayEvents.opened()
                        .of(Sample.WINDOW_DAY)
                        .by(Sample.CLERK)
                        .at(Sample.at("08:30"))
                        .event(),
                position - 1);
        var closed = SampleLedger.recorded(
                WindowDayEvents.closed()
                        .of(Sample.WINDOW_DAY)
                        .by(Sample.CLERK)
                        .at(Sample.at("12:00"))
                        .event(),
                position);
        return Kept.first(Objects.requireNonNull(model.after(model.after(null, opened), closed)));
    }
}
