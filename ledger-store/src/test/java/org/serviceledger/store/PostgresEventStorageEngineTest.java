package org.serviceledger.store;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;

class PostgresEventStorageEngineTest extends EventStorageEngineContract {

    private final TestLedger ledger = TestLedger.empty();
    private final PostgresEventStorageEngine engine = PostgresEventStorageEngine.builder(
                    ledger.application(), Note.serializer())
            .batchSize(50)
            .build();

    @Override
    EventStorageEngine engine() {
        return engine;
    }

    @AfterEach
    void close() {
        engine.close();
        ledger.close();
    }
}
