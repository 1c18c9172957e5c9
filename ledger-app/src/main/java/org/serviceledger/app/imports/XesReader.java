package org.serviceledger.app.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.imports.Attribute;
import org.serviceledger.app.imports.XesElement.Event;
import org.serviceledger.app.imports.XesElement.Trace;
import org.serviceledger.app.imports.XesElement.Unusable;
import org.serviceledger.words.Message;

/**
 * Reads an event log in XES 1.0 or 2.0 (IEEE 1849) as a stream. Only one trace is in memory at a time, however long the
 * file is.
 */
final class XesReader implements AutoCloseable {

    /** Size limit of a trace in characters. A larger trace is skipped: its case would not fit into a request. */
    static final int LARGEST_TRACE = 6 << 20;

    private static final int DEEPEST = 20;

    private static final Set<String> TYPES =
            Set.of("string", "date", "int", "float", "boolean", "id", "list", "container", "values");

    private final XmlCursor xml;
    private final XesLog log;

    /** The first problem of the current trace, with its line; null if there is none. */
    private @Nullable Unusable problem;

    private int size;

    XesReader(Path path) throws UnreadableLog {
        xml = new XmlCursor(path);
        var opened = false;
        try {
            log = readLog();
            opened = true;
        } finally {
            if (!opened) {
                xml.closeQuietly();
            }
        }
    }

    XesLog log() {
        return log;
    }

    long bytesRead() {
        return xml.bytesRead();
    }

    /** Returns the next trace, or an {@link XesElement.Unusable} in its place; null at the regular end of the file. */
    @Nullable XesElement next() throws UnreadableLog {
        while (!xml.isAtElement()) {
            if (xml.isAtEnd()) {
                return null;
            }
            xml.advance();
        }
        return readElement();
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }

    private XesElement readElement() throws UnreadableLog {
        var line = xml.line();
        problem = null;
        size = 0;
        return switch (xml.name()) {
            case "trace" -> readTrace(line);
            case "event" -> passOver(line, Message.of("console.import.stray-event"));
            case String other -> passOver(line, Message.of("console.import.stray-element", "element", other));
        };
    }

    private Unusable passOver(int line, Message reason) throws UnreadableLog {
        xml.skip();
        xml.advance();
        return new Unusable(line, reason);
    }

    private XesLog readLog() throws UnreadableLog {
        while (!xml.isAtElement()) {
            xml.advance();
        }
        if (!xml.name().equals("log")) {
            throw new UnreadableLog(xml.line(), Message.of("console.import.no-xes", "root", xml.name()));
        }
        var attributes = new ArrayList<Attribute>();
        attributes.add(element("log", "log"));
        while (toNextChild() && !isTraceOrEvent()) {
            attributes.add(readOfLog());
            if (problem != null) {
                throw new UnreadableLog(problem.line(), problem.reason());
            }
        }
        return new XesLog(format(attributes.getFirst()), attributes);
    }

    private boolean isTraceOrEvent() {
        return xml.name().equals("trace") || xml.name().equals("event");
    }

    private static String format(Attribute log) {
        var version = XesElement.valueOf("xes.version", log.nested());
        return version == null ? "XES" : "XES " + version;
    }

    private Attribute readOfLog() throws UnreadableLog {
        return switch (xml.name()) {
            case "extension", "classifier" -> {
                var read = element(xml.name(), Objects.requireNonNullElse(xml.property("name"), xml.name()));
                xml.skip();
                yield read;
            }
            case "global" -> {
                var scope = Objects.requireNonNullElse(xml.property("scope"), "event");
                yield new Attribute(scope, "global", "", readAttributes(1));
            }
            default -> readAttribute(1);
        };
    }

    /** Reads an element that has properties instead of key and value. The properties become nested strings. */
    private Attribute element(String type, String key) {
        var properties = xml.properties().stream()
                .map(property -> new Attribute(property.name(), "string", property.value(), List.of()))
                .toList();
        return new Attribute(key, type, "", properties);
    }

    private XesElement readTrace(int line) throws UnreadableLog {
        var attributes = new ArrayList<Attribute>();
        var events = new ArrayList<Event>();
        while (toNextChild()) {
            if (problem != null) {
                attributes.clear();
                events.clear();
                xml.skip();
            } else if (xml.name().equals("event")) {
                events.add(new Event(xml.line(), readAttributes(1)));
            } else {
                attributes.add(readAttribute(1));
            }
        }
        xml.advance();
        return problem == null ? new Trace(line, attributes, events) : problem;
    }

    /** Reads the children of the current element, up to its end. */
    private List<Attribute> readAttributes(int depth) throws UnreadableLog {
        var attributes = new ArrayList<Attribute>();
        while (toNextChild()) {
            attributes.add(readAttribute(depth));
        }
        return attributes;
    }

    private Attribute readAttribute(int depth) throws UnreadableLog {
        var type = xml.name();
        var key = type.equals("values") ? "values" : xml.property("key");
        var value = xml.property("value");
        if (!TYPES.contains(type)) {
            wrong(Message.of("console.import.no-attribute", "element", type));
        } else if (key == null) {
            wrong(Message.of("console.import.no-attribute-key", "element", type));
        } else if (value == null && !isCollection(type)) {
            wrong(Message.of("console.import.no-attribute-value", "key", key));
        } else if (depth > DEEPEST) {
            wrong(Message.of("console.import.too-deep", "depth", DEEPEST));
        }
        if (problem != null) {
            xml.skip();
            return new Attribute("", type, "", List.of());
        }
        var read = new Attribute(
                Objects.requireNonNullElse(key, ""),
                type,
                Objects.requireNonNullElse(value, ""),
                readAttributes(depth + 1));
        count(read);
        return read;
    }

    private static boolean isCollection(String type) {
        return type.equals("list") || type.equals("container") || type.equals("values");
    }

    private void count(Attribute read) {
        size += read.key().length() + read.value().length() + 40;
        if (size > LARGEST_TRACE) {
            wrong(Message.of("console.import.large-trace", "size", LARGEST_TRACE >> 20));
        }
    }

    private void wrong(Message reason) {
        wrong(xml.line(), reason);
    }

    /** Records a problem of the trace; only the first one is kept. */
    private void wrong(int line, Message reason) {
        if (problem == null) {
            problem = new Unusable(line, reason);
        }
    }

    private boolean toNextChild() throws UnreadableLog {
        return xml.toNextChild(line -> wrong(line, Message.of("console.import.stray-text")));
    }
}
