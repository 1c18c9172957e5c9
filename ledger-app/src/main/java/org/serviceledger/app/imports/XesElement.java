package org.serviceledger.app.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.imports.Attribute;
import org.serviceledger.words.Message;

/** An element of a log: a trace, or one that cannot be used. */
sealed interface XesElement {

    /** The line where the element begins in the file. */
    int line();

    /** A trace (one case) with its events in file order. */
    record Trace(int line, List<Attribute> attributes, List<Event> events) implements XesElement {

        public Trace {
            attributes = List.copyOf(attributes);
            events = List.copyOf(events);
        }
    }

    /** An event (one act) of a trace. */
    record Event(int line, List<Attribute> attributes) {

        public Event {
            attributes = List.copyOf(attributes);
        }
    }

    /** An element that cannot be imported. Reading continues after it. */
    record Unusable(int line, Message reason) implements XesElement {}

    /** Returns the value of the first attribute with this key; null if there is none. */
    static @Nullable String valueOf(String key, List<Attribute> attributes) {
        for (var attribute : attributes) {
            if (attribute.key().equals(key)) {
                return attribute.value();
            }
        }
        return null;
    }
}
