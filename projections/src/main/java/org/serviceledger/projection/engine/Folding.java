package org.serviceledger.projection.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents in memory while events are folded into them: what was known before, and what has changed since. */
final class Folding<D extends Document> {

    private final ReadModel<D> model;
    private final Map<String, D> known = new HashMap<>();
    private final Map<String, D> changed = new LinkedHashMap<>();

    private Folding(ReadModel<D> model) {
        this.model = model;
    }

    /** Gets the documents the events are about, from memory where possible and from the index otherwise. */
    static <D extends Document> Folding<D> of(
            ReadModel<D> model, List<RecordedEvent> events, Map<String, D> remembered, DocumentIndex<D> index) {
        var folding = new Folding<>(model);
        if (model.isOneDocumentPerEvent()) {
            return folding;
        }
        var missing = new HashSet<String>();
        for (var event : events) {
            var id = model.documentId(event);
            var document = id == null ? null : remembered.get(id);
            if (id != null && document != null) {
                folding.known.put(id, document);
            } else if (id != null) {
                missing.add(id);
            }
        }
        folding.known.putAll(index.get(missing));
        return folding;
    }

    /** Folds an event in, unless its document has seen it before. */
    void fold(RecordedEvent event) {
        var id = model.documentId(event);
        if (id == null) {
            return;
        }
        var before = known.get(id);
        if (before != null && before.position() >= event.position()) {
            return;
        }
        var after = after(event, before);
        if (after != null && after.position() == event.position()) {
            known.put(id, after);
            changed.put(id, after);
        }
    }

    /** A fold either leaves the document as it is or brings it to the position of the event. */
    private @Nullable D after(RecordedEvent event, @Nullable D before) {
        try {
            var after = model.after(before, event);
            var untouched = before == null ? -1 : before.position();
            if (after != null && after.position() != event.position() && after.position() != untouched) {
                throw new IllegalStateException("the fold put the document at position " + after.position());
            }
            return after;
        } catch (RuntimeException e) {
            throw ProjectionFailed.at(event, e);
        }
    }

    /** What must be written. */
    Map<String, D> changed() {
        return changed;
    }
}
