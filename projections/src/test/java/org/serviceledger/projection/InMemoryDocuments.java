package org.serviceledger.projection;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.serviceledger.projection.engine.Document;
import org.serviceledger.projection.engine.ReadModel;
import org.serviceledger.projection.engine.RecordedEvent;

/** The expected documents of a read model: the plain fold of all events, without engine and server. */
public final class InMemoryDocuments {

    private InMemoryDocuments() {}

    public static <D extends Document> Map<String, D> of(ReadModel<D> model, List<RecordedEvent> events) {
        var documents = new TreeMap<String, D>();
        for (var event : events) {
            var id = model.documentId(event);
            var after = id == null ? null : model.after(documents.get(id), event);
            if (id != null && after != null) {
                documents.put(id, after);
            }
        }
        return documents;
    }
}
