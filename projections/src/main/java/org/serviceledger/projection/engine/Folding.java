package org.serviceledger.projection.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents in memory while events are folded into them: those known before and those changed since. */
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

    /** Loads the documents that the events concern, from memory where possible and from the index otherwise. */
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
     * Folds an event into its document, unless the document already contains it. Counts the event in either case. An
     * event before the document's first position belongs to no document, so it counts as seen but not as folded.
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

    /**
     * Returns the document after the event. Fails unless the document is then at the event's position or the event
     * begins none.
     */
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

    /** Returns the documents to write. */
    Map<String, Kept<D>> changed() {
        return changed;
    }

    /** Returns the counts of the events so far, whether they are new or repeated. */
    Counts counts() {
        return new Counts(seen, folded, begun);
    }
}
