package org.serviceledger.app.imports;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Attribute;
import org.serviceledger.app.imports.XesElement.Event;
import org.serviceledger.app.imports.XesElement.Trace;
import org.serviceledger.app.imports.XesElement.Unusable;

/**
 * Reads an event log in XES 1.0 or 2.0 (IEEE 1849), trace by trace: however long the file, one trace at a time is held.
 * Nothing outside the file is ever looked up: no document type, no external entity.
 */
final class XesReader implements AutoCloseable {

    /** Characters of a trace beyond which it is passed over; a case of this size would not fit into a request. */
    static final int LARGEST_TRACE = 6 << 20;

    private static final int DEEPEST = 20;

    private static final Set<String> TYPES =
            Set.of("string", "date", "int", "float", "boolean", "id", "list", "container", "values");

    private final LogFile file;
    private final XMLStreamReader xml;
    private final XesLog log;

    /** Where the trace begins that is being read, and what is wrong with it, if anything is. */
    private @Nullable Unusable problem;

    private int size;

    /** The line the parser had come to before the step that failed. */
    private int reached = 1;

    XesReader(Path path) throws UnreadableLog {
        try {
            file = new LogFile(path);
        } catch (IOException e) {
            throw new UnreadableLog(0, "cannot be read: " + reason(e));
        }
        var opened = false;
        try {
            xml = parser().createXMLStreamReader(file.text());
            log = readLog();
            opened = true;
        } catch (XMLStreamException e) {
            throw unreadable(e);
        } finally {
            if (!opened) {
                closeQuietly();
            }
        }
    }

    XesLog log() {
        return log;
    }

    long bytesRead() {
        return file.bytesRead();
    }

    /** The next trace, or what stands in its place; null at the end of a file that is whole. */
    @Nullable XesElement next() throws UnreadableLog {
        try {
            while (true) {
                switch (xml.getEventType()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        return readElement();
                    }
                    case XMLStreamConstants.END_DOCUMENT -> {
                        return null;
                    }
                    default -> advance();
                }
            }
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private XesElement readElement() throws XMLStreamException {
        var line = line();
        problem = null;
        size = 0;
        return switch (xml.getLocalName()) {
            case "trace" -> readTrace(line);
            case "event" -> passOver(line, "an event outside any trace belongs to no case");
            case String other ->
                passOver(line, "<%s> behind the first trace is not XES; it was not kept".formatted(other));
        };
    }

    private Unusable passOver(int line, String reason) throws XMLStreamException {
        skip();
        advance();
        return new Unusable(line, reason);
    }

    private XesLog readLog() throws XMLStreamException, UnreadableLog {
        while (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
            advance();
        }
        if (!xml.getLocalName().equals("log")) {
            throw new UnreadableLog(line(), "not an XES file: its root is <%s>".formatted(xml.getLocalName()));
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
        return xml.getLocalName().equals("trace") || xml.getLocalName().equals("event");
    }

    private static String format(Attribute log) {
        var version = XesElement.valueOf("xes.version", log.nested());
        return version == null ? "XES" : "XES " + version;
    }

    private Attribute readOfLog() throws XMLStreamException {
        return switch (xml.getLocalName()) {
            case "extension", "classifier" -> {
                var read =
                        element(xml.getLocalName(), Objects.requireNonNullElse(property("name"), xml.getLocalName()));
                skip();
                yield read;
            }
            case "global" -> {
                var scope = Objects.requireNonNullElse(property("scope"), "event");
                yield new Attribute(scope, "global", "", readAttributes(1));
            }
            default -> readAttribute(1);
        };
    }

    /** An element with properties instead of key and value, these kept as nested strings. */
    private Attribute element(String type, String key) {
        var properties = new ArrayList<Attribute>();
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            properties.add(new Attribute(xml.getAttributeLocalName(i), "string", xml.getAttributeValue(i), List.of()));
        }
        return new Attribute(key, type, "", properties);
    }

    private XesElement readTrace(int line) throws XMLStreamException {
        var attributes = new ArrayList<Attribute>();
        var events = new ArrayList<Event>();
        while (toNextChild()) {
            if (problem != null) {
                attributes.clear();
                events.clear();
                skip();
            } else if (xml.getLocalName().equals("event")) {
                events.add(new Event(line(), readAttributes(1)));
            } else {
                attributes.add(readAttribute(1));
            }
        }
        advance();
        return problem == null ? new Trace(line, attributes, events) : problem;
    }

    /** Reads what is inside the present element, to its end. */
    private List<Attribute> readAttributes(int depth) throws XMLStreamException {
        var attributes = new ArrayList<Attribute>();
        while (toNextChild()) {
            attributes.add(readAttribute(depth));
        }
        return attributes;
    }

    private Attribute readAttribute(int depth) throws XMLStreamException {
        var type = xml.getLocalName();
        var key = type.equals("values") ? "values" : property("key");
        var value = property("value");
        if (!TYPES.contains(type)) {
            wrong("<%s> is not an XES attribute".formatted(type));
        } else if (key == null) {
            wrong("<%s> has no key".formatted(type));
        } else if (value == null && !isCollection(type)) {
            wrong("attribute %s has no value".formatted(key));
        } else if (depth > DEEPEST) {
            wrong("attributes are nested more than %d deep".formatted(DEEPEST));
        }
        if (problem != null) {
            skip();
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
            wrong("the trace is larger than %d MiB".formatted(LARGEST_TRACE >> 20));
        }
    }

    private void wrong(String reason) {
        wrong(line(), reason);
    }

    /** Notes what is wrong with the trace; the first thing counts. */
    private void wrong(int line, String reason) {
        if (problem == null) {
            problem = new Unusable(line, reason);
        }
    }

    /** The parser's position is behind the text, which may end in empty lines. */
    private static int linesBehind(String text) {
        return (int) text.substring(text.stripTrailing().length())
                .chars()
                .filter(c -> c == '\n')
                .count();
    }

    /** Goes to the next element inside the present one; false at the end of the present one. */
    private boolean toNextChild() throws XMLStreamException {
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!xml.isWhiteSpace()) {
                        wrong(line() - linesBehind(xml.getText()), "text between attributes is not XES");
                    }
                }
                default -> {}
            }
        }
    }

    private void skip() throws XMLStreamException {
        var open = 1;
        while (open > 0) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                default -> {}
            }
        }
    }

    private int advance() throws XMLStreamException {
        file.elementRead();
        reached = line();
        var event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("document types and entities are not read", xml.getLocation());
        }
        return event;
    }

    private @Nullable String property(String name) {
        return xml.getAttributeValue(null, name);
    }

    private int line() {
        return Math.max(xml.getLocation().getLineNumber(), 1);
    }

    private static XMLInputFactory parser() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLReporter((_, _, _, _) -> {}); // else it writes to the terminal what it then throws
        return factory;
    }

    private UnreadableLog unreadable(XMLStreamException e) {
        var cause = e.getNestedException();
        if (cause instanceof CharacterCodingException) {
            var malformed = file.malformedLine();
            return new UnreadableLog(
                    malformed > 0 ? malformed : lineOf(e),
                    "not in the encoding it declares (%s)".formatted(file.charset()));
        }
        return new UnreadableLog(lineOf(e), cause instanceof IOException io ? reason(io) : reason(e));
    }

    /** An error of the file below the XML has no place of its own; the parser had come this far. */
    private int lineOf(XMLStreamException e) {
        return e.getLocation() == null ? reached : Math.max(e.getLocation().getLineNumber(), 1);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case EOFException _ -> "the gzip data are damaged: they end too early";
            case ZipException zip -> "the gzip data are damaged: " + zip.getMessage();
            default -> Objects.requireNonNullElse(e.getMessage(), e.toString());
        };
    }

    /** The parser says its position again in front of its message. */
    private static String reason(XMLStreamException e) {
        var message = Objects.requireNonNullElse(e.getMessage(), e.toString());
        return message.substring(message.indexOf("Message: ") < 0 ? 0 : message.indexOf("Message: ") + 9)
                .strip();
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException _) {
            // it could not be read, which is what gets said
        }
    }
}
