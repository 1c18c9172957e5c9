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
    private final Map<String, Kept<D>> known = new HashMap<>();
    private final Map<String, Kept<D>> changed = new LinkedHashMap<>();
    private long seen;
    private long folded;
    private long begun;

    private Folding(ReadModel<D> model) {
        this.model = model;
    }

    /** Gets the documents the events are about, from memory where possible and from the index otherwise. */
    static <D extends Document> Folding<D> of(
            ReadModel<D> model, List<RecordedEvent> events, Map<String, Kept<D>> remembered, DocumentIndex<D> index) {
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

    /**
     * Folds an event in, unless its document has seen it before; counts it either way. One that was passed by when there was
     * no document yet lies before the document's beginning.
     */
    void fold(RecordedEvent event) {
        var id = model.documentId(event);
        if (id == null) {
            return;
        }
        var before = known.get(id);
        if (before == null || before.position() < event.position()) {
            fold(id, before, event);
        } else if (event.position() >= before.firstPosition()) {
            count(event.position() == before.firstPosition());
        }
        seen++;
    }

    private void fold(String id, @Nullable Kept<D> before, RecordedEvent event) {
        var after = after(event, before == null ? null : before.document());
        if (after != null) {
            var kept = before == null ? Kept.first(after) : before.after(after);
            known.put(id, kept);
            changed.put(id, kept);
            count(before == null);
        }
    }

    private void count(boolean isBeginning) {
        folded++;
        begun += isBeginning ? 1 : 0;
    }

    /** A fold brings the document to the position of the event, or begins none. */
    private @Nullable D after(RecordedEvent event, @Nullable D before) {
        try {
            var after = model.after(before, event);
            if (after == null ? before != null : after.position() != event.position()) {
                throw new IllegalStateException(
                        "the fold put the document at position " + (after == null ? "none" : after.position()));
            }
            return after;
        } catch (RuntimeException e) {
            throw ProjectionFailed.at(event, e);
        }
    }

    /** What must be written. */
    Map<String, Kept<D>> changed() {
        return changed;
    }

    /** What became of the events so far, whether they come for the first time or again. */
    Counts counts() {
        return new Counts(seen, folded, begun);
    }
}
