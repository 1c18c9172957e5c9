package org.serviceledger.projection.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.serviceledger.projection.DocumentClient;
import org.serviceledger.projection.engine.DocumentAudit.Share;
import org.serviceledger.projection.engine.DocumentFlaw.Absent;
import org.serviceledger.projection.engine.DocumentFlaw.Behind;
import org.serviceledger.projection.engine.DocumentFlaw.Differs;
import org.serviceledger.projection.engine.DocumentFlaw.Surplus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A share of a read model's documents, folded again in memory. */
final class Refold<D extends Document> {

    private static final JsonMapper JSON = DocumentClient.json();

    private static final long PAUSE_MILLIS = 200;

    private final ReadModel<D> model;
    private final Share share;
    private final Map<String, Kept<D>> documents = new HashMap<>();

    Refold(ReadModel<D> model, Share share) {
        this.model = model;
        this.share = share;
    }

    String name() {
        return model.name();
    }

    int count() {
        return documents.size();
    }

    void take(TrackedEventMessage<?> message) {
        if (model.families().stream().noneMatch(family -> family.isAssignableFrom(message.getPayloadType()))) {
            return;
        }
        var event = RecordedEvent.of(message);
        var id = model.documentId(event);
        if (id == null || !share.has(name(), id)) {
            return;
        }
        var before = documents.get(id);
        var after = model.after(before == null ? null : before.document(), event);
        if (after != null) {
            documents.put(id, before == null ? Kept.first(after) : before.after(after));
        }
    }

    /**
     * Compares this share with Elasticsearch. Returns documents that differ, are missing, lag behind or exist without
     * an event.
     */
    List<DocumentFlaw> compare(StoredDocuments stored, long size, Duration patience) {
        var flaws = new ArrayList<DocumentFlaw>();
        stored.ids(size, id -> share.has(name(), id) && !documents.containsKey(id))
                .forEach(id -> flaws.add(new Surplus(name(), id)));
        var late = compare(stored, documents, size, flaws);
        var until = System.nanoTime() + patience.toNanos();
        while (!late.isEmpty() && System.nanoTime() < until) {
            pause();
            late = compare(stored, late, size, flaws);
        }
        late.forEach((id, document) -> flaws.add(late(stored, id, document)));
        return flaws;
    }

    /** Returns the documents that are missing or do not reflect their last event yet. */
    private Map<String, Kept<D>> compare(
            StoredDocuments stored, Map<String, Kept<D>> expected, long size, List<DocumentFlaw> flaws) {
        var late = new TreeMap<String, Kept<D>>();
        var found = stored.get(expected.keySet());
        var notKept = stored.notKept();
        expected.forEach((id, document) -> {
            var source = found.get(id);
            if (source == null || position(source) < document.position()) {
                late.put(id, document);
            } else if (position(source) < size) {
                var fold = (ObjectNode) JSON.readTree(document.json());
                var field = difference("", fold.remove(notKept), source);
                if (field != null) {
                    flaws.add(new Differs(name(), id, field));
                }
            }
        });
        return late;
    }

    private DocumentFlaw late(StoredDocuments stored, String id, Kept<D> document) {
        var source = stored.get(List.of(id)).get(id);
        return source == null
                ? new Absent(name(), id, document.position())
                : new Behind(name(), id, position(source), document.position());
    }

    private static long position(JsonNode source) {
        return source.path("position").asLong(-1);
    }

    /** Returns the path of the first difference between two documents, null if they are equal. */
    private static @Nullable String difference(String path, JsonNode one, JsonNode other) {
        if (one instanceof ObjectNode a && other instanceof ObjectNode b) {
            var names = new ArrayList<>(a.propertyNames());
            b.propertyNames().stream().filter(name -> !a.has(name)).forEach(names::add);
            return names.stream()
                    .map(name -> difference(path.isEmpty() ? name : path + "." + name, a.path(name), b.path(name)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        if (one instanceof ArrayNode a && other instanceof ArrayNode b && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                var within = difference("%s[%d]".formatted(path, i), a.get(i), b.get(i));
                if (within != null) {
                    return within;
                }
            }
            return null;
        }
        return one.equals(other) ? null : path;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while comparing documents", e);
        }
    }
}
