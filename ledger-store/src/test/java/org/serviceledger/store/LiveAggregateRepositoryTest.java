package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Consumer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveAggregateRepositoryTest {

    private final TestLedger ledger = TestLedger.empty();
    private final Node here = new Node(ledger);
    private final Node elsewhere = new Node(ledger);
    private final String id = "notebook-" + UUID.randomUUID();

    @BeforeEach
    void count() {
        Notebook.folded.set(0);
    }

    @AfterEach
    void close() {
        here.engine.close();
        elsewhere.engine.close();
        ledger.close();
    }

    @Test
    void eachEventIsFoldedOnceHoweverOftenItsStreamIsUsed() throws Exception {
        here.create(id);
        for (int page = 1; page <= 5; page++) {
            here.use(id, notebook -> notebook.write("page"));
        }

        assertThat(here.pages(id)).hasSize(6);
        assertThat(Notebook.folded).hasValue(6);
    }

    @Test
    void whatAnotherProcessStoredIsSeen() throws Exception {
        here.create(id);
        elsewhere.use(id, notebook -> notebook.write("written elsewhere"));
        assertThat(here.pages(id)).containsExactly("cover", "written elsewhere");

        here.use(id, notebook -> notebook.write("written here"));
        elsewhere.use(id, notebook -> notebook.write("and there"));

        assertThat(here.pages(id)).containsExactly("cover", "written elsewhere", "written here", "and there");
        assertThat(elsewhere.pages(id)).isEqualTo(here.pages(id));
        assertThat(here.engine.lastSequenceNumberFor(id)).contains(3L);
    }

    @Test
    void whatThisProcessStoredPastTheRepositoryIsSeen() throws Exception {
        here.create(id);
        here.use(id, notebook -> notebook.write("first"));

        here.engine.appendEvents(
                List.of(new GenericDomainEventMessage<>("Notebook", id, 2, new Note.Written("past it"))));

        assertThat(here.pages(id)).containsExactly("cover", "first", "past it");
        here.use(id, notebook -> notebook.write("last"));
        assertThat(here.pages(id)).containsExactly("cover", "first", "past it", "last");
    }

    @Test
    void nothingThatWasAcknowledgedIsEverMissed() throws Exception {
        int notebooks = 4;
        for (int n = 0; n < notebooks; n++) {
            here.create(id + n);
        }
        var acknowledged = new AtomicIntegerArray(notebooks);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Future<?>>();
            for (int writer = 0; writer < 16; writer++) {
                var node = writer % 2 == 0 ? here : elsewhere;
                var chance = new Random(writer);
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < 60; i++) {
                        int n = chance.nextInt(notebooks);
                        int least = 1 + acknowledged.get(n);
                        try {
                            node.use(id + n, notebook -> {
                                notebook.mustHave(least);
                                notebook.write("page");
                            });
                            acknowledged.incrementAndGet(n);
                        } catch (ConcurrencyException e) {
                            // the other process was faster
                        }
                    }
                }));
            }
            for (var writer : writers) {
                writer.get();
            }
        }
        for (int n = 0; n < notebooks; n++) {
            assertThat(here.pages(id + n)).hasSize(1 + acknowledged.get(n));
            assertThat(elsewhere.pages(id + n)).hasSize(1 + acknowledged.get(n));
        }
    }

    /**
     * The handler may begin with what was known a moment ago, when this process last appended. A refusal must not rest
     * on that.
     */
    @Test
    void aRefusalIsDecidedAgainOnWhatAnotherProcessJustStored() throws Exception {
        here.create(id);
        for (int page = 1; page <= 50; page++) {
            int written = page;
            here.create(id + page);
            elsewhere.use(id, notebook -> notebook.write("written elsewhere " + written));

            here.use(id, notebook -> notebook.mustHave(written + 1));
            assertThat(here.pages(id)).hasSize(page + 1);
        }
    }

    @Test
    void anActOnAnOldStateIsNotStoredButTold() throws Exception {
        here.create(id);
        here.use(id, notebook -> notebook.write("first"));
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> here.use(id, notebook -> {
                    elsewhere.use(id, other -> other.write("quicker"));
                    notebook.write("slower");
                }));

        assertThat(here.pages(id)).containsExactly("cover", "first", "quicker");
    }

    @Test
    void whatWasAppliedButNotStoredIsForgotten() throws Exception {
        here.create(id);
        assertThatIllegalStateException()
                .isThrownBy(() -> here.use(id, notebook -> {
                    notebook.write("torn out");
                    throw new IllegalStateException("refused");
                }));

        assertThat(here.pages(id)).containsExactly("cover");
        here.use(id, notebook -> notebook.write("kept"));
        assertThat(here.pages(id)).containsExactly("cover", "kept");
    }

    @Test
    void aStreamThatIsNotThereIsNotFound() {
        assertThatExceptionOfType(AggregateNotFoundException.class).isThrownBy(() -> here.pages("nowhere"));
    }

    /** The engine, event store and repository of one of several processes. */
    private static final class Node {

        final PostgresEventStorageEngine engine;
        final EmbeddedEventStore events;
        final Repository<Notebook> notebooks;

        Node(TestLedger ledger) {
            engine = PostgresEventStorageEngine.builder(ledger.application(), Note.serializer())
                    .build();
            events = EmbeddedEventStore.builder().storageEngine(engine).build();
            notebooks =
                    new LiveAggregateRepository<>(EventSourcingRepository.builder(Notebook.class), events, engine, 100);
        }

        void create(String id) throws Exception {
            var work = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("create"));
            work.executeWithResult(() -> notebooks.newInstance(() -> new Notebook(id)))
                    .getPayload();
        }

        void use(String id, Consumer<Notebook> action) {
            var work = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("use"));
            var result = work.executeWithResult(() -> {
                notebooks.load(id).execute(action);
                return "used";
            });
            result.optionalExceptionResult().ifPresent(failure -> {
                throw (RuntimeException) failure;
            });
        }

        List<String> pages(String id) {
            var pages = new ArrayList<String>();
            use(id, notebook -> {
                pages.clear(); // this function may be called twice
                pages.addAll(notebook.pages);
            });
            return pages;
        }
    }

    static final class Notebook {

        static final AtomicInteger folded = new AtomicInteger();

        @AggregateIdentifier
        @SuppressWarnings("UnusedVariable") // Axon reads it
        private @Nullable String id;

        final List<String> pages = new ArrayList<>();

        Notebook() {}

        Notebook(String id) {
            this.id = id;
            write("cover");
        }

        void mustHave(int least) {
            if (pages.size() < least) {
                throw new IllegalStateException("%d pages of %d".formatted(pages.size(), least));
            }
        }

        void write(String text) {
            AggregateLifecycle.apply(new Note.Written(text));
        }

        @EventSourcingHandler
        void on(Note.Written event, @SourceId String source) {
            id = source;
            pages.add(event.text());
            folded.incrementAndGet();
        }
    }
}
