package org.serviceledger.command.cases;

import static org.serviceledger.command.Examples.at;
import static org.serviceledger.command.cases.CaseHistory.*;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.command.calendar.CurrentCalendar;

/** The way from a command through Axon to the decider and back; the fixture sees to it that only events change the state. */
class ServiceCaseTest {

    private final FixtureConfiguration<ServiceCase> fixture = new AggregateTestFixture<>(ServiceCase.class)
            .registerInjectableResource(new CurrentCalendar(EmbeddedEventStore.builder()
                    .storageEngine(new InMemoryEventStorageEngine())
                    .build()));

    @Test
    void aCommandAppendsWhatTheDeciderSays() {
        var history = granted().after(end(null, "2024-03-04 12:10"));

        fixture.given(history.events())
                .when(issue("2024-03-04 12:20"))
                .expectSuccessfulHandlerExecution()
                .expectEvents(new CaseEvent.ResultIssued(
                        CASE, "审核确认通知书", "TZS-1", issue("2024-03-04 12:20").by(), at("2024-03-04 12:20")));
    }

    @Test
    void aRefusalAppendsNothing() {
        fixture.given(granted().events())
                .when(issue("2024-03-04 12:20"))
                .expectNoEvents()
                .expectException(CommandRefused.class)
                .expectExceptionMessage("\"Issue the result\" is not possible while case-20240301-0001 is decided");
    }

    @Test
    void aCaseThatIsNotThereIsRefusedInOurWords() {
        fixture.givenNoPriorActivity()
                .when(issue("2024-03-04 12:20"))
                .expectNoEvents()
                .expectExceptionMessage("there is no case case-20240301-0001");
    }
}
