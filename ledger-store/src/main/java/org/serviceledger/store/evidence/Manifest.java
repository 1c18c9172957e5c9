package org.serviceledger.store.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.serviceledger.words.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/**
 * The bundle's list of its own content. No signature covers it; the check uses it to detect files lost in transit.
 *
 * @param subject what the bundle is about, such as the identifier of a record
 * @param disclosed whether the bundle has the events with their content, or only their leaves
 * @param positions positions of the events
 * @param excerpts streams of which the bundle does not have every event up to the last one shown
 */
record Manifest(String subject, boolean disclosed, List<Long> positions, Set<String> excerpts) {

    static final String FORMAT = "service-ledger-evidence/v1";

    private static final Set<String> MEMBERS = Set.of("format", "subject", "disclosed", "positions", "excerpts");

    Manifest {
        positions = List.copyOf(positions);
        excerpts = Set.copyOf(excerpts);
    }

    byte[] write() {
        var json = Json.MAPPER.createObjectNode();
        json.put("format", FORMAT);
        json.put("subject", subject);
        json.put("disclosed", disclosed);
        var all = json.putArray("positions");
        positions.forEach(all::add);
        var parts = json.putArray("excerpts");
        new TreeSet<>(excerpts).forEach(parts::add);
        return Json.MAPPER
                .writer()
                .with(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(json)
                .concat("\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static Manifest parse(byte[] file) throws MalformedFile {
        var json = Json.read(file, MEMBERS);
        if (!Json.text(json, "format").equals(FORMAT)) {
            throw new MalformedFile(Message.of("bundle.format", "format", Json.text(json, "format"), "known", FORMAT));
        }
        if (!json.path("disclosed").isBoolean()) {
            throw new MalformedFile(Message.of("bundle.no-truth", "member", "disclosed"));
        }
        return new Manifest(
                Json.text(json, "subject"), json.path("disclosed").asBoolean(), positions(json), excerpts(json));
    }

    private static List<Long> positions(JsonNode json) throws MalformedFile {
        var positions = new ArrayList<Long>();
        for (var position : json.path("positions")) {
            if (!position.isIntegralNumber() || !position.canConvertToLong() || position.asLong() < 0) {
                throw new MalformedFile(Message.of("bundle.no-position", "value", position));
            }
            positions.add(position.asLong());
        }
        if (positions.size() > ZippedFiles.MOST_FILES) {
            throw new MalformedFile(Message.of("bundle.positions", "most", ZippedFiles.MOST_FILES));
        }
        return positions;
    }

    private static Set<String> excerpts(JsonNode json) throws MalformedFile {
        var excerpts = new HashSet<String>();
        for (var stream : json.path("excerpts")) {
            if (!stream.isString()) {
                throw new MalformedFile(Message.of("bundle.no-stream", "value", stream));
            }
            excerpts.add(stream.asString());
        }
        return excerpts;
    }
}
