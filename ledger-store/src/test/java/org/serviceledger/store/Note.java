package org.serviceledger.store;

import java.util.List;
import java.util.Map;
import org.serviceledger.store.wire.WireNameSerializer;
import org.serviceledger.store.wire.WireNames;

/** The events of these tests. */
public sealed interface Note {

    record Written(String text) implements Note {}

    record Amended(String text, int page) implements Note {}

    /** An event class without a wire name. */
    record Unnamed(String text) {}

    Map<Class<?>, String> NAMES = Map.of(Written.class, "note.written", Amended.class, "note.amended");

    public static WireNames wireNames() {
        return WireNames.of(List.copyOf(NAMES.keySet()), NAMES::get);
    }

    public static WireNameSerializer serializer() {
        return new WireNameSerializer(wireNames());
    }
}
