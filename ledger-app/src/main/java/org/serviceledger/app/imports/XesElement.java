package org.serviceledger.app.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.imports.Attribute;
import org.serviceledger.words.Message;

/** A piece of a log as it comes from the file. */
sealed interface XesElement {

    /** Where it begins in the file. */
    int line();

    /** A trace (one case) with its events in the order of the file. */
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

    /** A piece that cannot be taken, by itself; reading goes on behind it. */
    record Unusable(int line, Message reason) implements XesElement {}

    /** The value of the first attribute of this key, if there is one. */
    static @Nullable String valueOf(String key, List<Attribute> attributes) {
        for (var attribute : attributes) {
            if (attribute.key().equals(key)) {
                return attribute.value();
            }
        }
        return null;
    }
}
