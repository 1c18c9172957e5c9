package org.serviceledger.app.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes logs for tests, and reads them to their end. */
final class LogText {

    static final String EVENT = """
            <event>
            <string key="concept:name" value="%s"/>
            <date key="time:timestamp" value="2020-04-16T09:00:00.000+08:00"/>
            </event>
            """;

    private LogText() {}

    /** The elements read from a file, in order, and how reading ended. */
    record Outcome(List<XesElement> elements, String failure) {

        List<XesElement.Trace> traces() {
            return elements.stream()
                    .filter(XesElement.Trace.class::isInstance)
                    .map(XesElement.Trace.class::cast)
                    .toList();
        }

        List<XesElement.Unusable> unusable() {
            return elements.stream()
                    .filter(XesElement.Unusable.class::isInstance)
                    .map(XesElement.Unusable.class::cast)
                    .toList();
        }
    }

    static Outcome read(Path file) throws IOException {
        var elements = new ArrayList<XesElement>();
        try (var reader = new XesReader(file)) {
            for (var element = reader.next(); element != null; element = reader.next()) {
                elements.add(element);
            }
            return new Outcome(elements, "");
        } catch (UnreadableLog e) {
            return new Outcome(elements, e.at("log.xes"));
        }
    }

    static Path write(Path directory, String text) throws IOException {
        return Files.writeString(directory.resolve("log.xes"), text);
    }

    static Path write(Path directory, byte[] bytes) throws IOException {
        return Files.write(directory.resolve("log.xes"), bytes);
    }

    static String log(String... traces) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">
                %s</log>
                """.formatted(String.join("", traces));
    }

    static String trace(String name, String... events) {
        return """
                <trace>
                <string key="concept:name" value="%s"/>
                %s</trace>
                """.formatted(name, String.join("", events));
    }

    static String event(String activity) {
        return EVENT.formatted(activity);
    }

    static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
