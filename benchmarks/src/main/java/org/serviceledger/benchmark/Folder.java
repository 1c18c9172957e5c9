package org.serviceledger.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.wire.WireNames;

/** A minimal aggregate with events as large as those of the product: about 400 bytes. */
final class Folder {

    static final String TEXT = "窗口受理一件，材料齐全，当场出具受理通知书，承诺三个工作日办结。".repeat(3);

    /** The approximate size of one event's payload. */
    static final int EVENT_BYTES = TEXT.getBytes(StandardCharsets.UTF_8).length + 80;

    private static final Map<Class<?>, String> NAMES =
            Map.of(Opened.class, "folder.opened", Entered.class, "folder.entered");

    record Open(@TargetAggregateIdentifier String folder, String text) {}

    record Enter(@TargetAggregateIdentifier String folder, String text) {}

    record Opened(String folder, String office, String text) {}

    record Entered(String folder, int number, String office, String text) {}

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private int entries;

    Folder() {}

    @CommandHandler
    Folder(Open command) {
        AggregateLifecycle.apply(new Opened(command.folder(), "320623-hall-1", command.text()));
    }

    @CommandHandler
    void handle(Enter command) {
        AggregateLifecycle.apply(new Entered(command.folder(), entries + 1, "320623-hall-1", command.text()));
    }

    @EventSourcingHandler
    void on(Opened event) {
        id = event.folder();
    }

    @EventSourcingHandler
    void on(Entered event) {
        entries = event.number();
    }

    static WireNames wireNames() {
        return WireNames.of(List.copyOf(NAMES.keySet()), NAMES::get);
    }
}
