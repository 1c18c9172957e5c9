package org.serviceledger.app.imports;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;

/**
 * Reads the elements of an XML file in order and reports errors with their line. It resolves nothing outside the file:
 * document types and external entities are rejected.
 */
final class XmlCursor implements AutoCloseable {

    /** An XML attribute of an element. */
    record Property(String name, String value) {}

    private final LogFile file;
    private final XMLStreamReader xml;

    /** The parser's line before the step that failed. */
    private int reached = 1;

    XmlCursor(Path path) throws UnreadableLog {
        try {
            file = new LogFile(path);
        } catch (IOException e) {
            throw new UnreadableLog(0, Message.of("console.import.unreadable", "reason", reason(e)));
        }
        try {
            xml = parser().createXMLStreamReader(file.text());
        } catch (XMLStreamException e) {
            closeQuietly();
            throw unreadable(e);
        }
    }

    /** Number of bytes read from the file, before decompression. */
    long bytesRead() {
        return file.bytesRead();
    }

    boolean isAtElement() {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    boolean isAtEnd() {
        return xml.getEventType() == XMLStreamConstants.END_DOCUMENT;
    }

    /** Name of the current element, without prefix. */
    String name() {
        return xml.getLocalName();
    }

    @Nullable String property(String name) {
        return xml.getAttributeValue(null, name);
    }

    List<Property> properties() {
        return IntStream.range(0, xml.getAttributeCount())
                .mapToObj(i -> new Property(xml.getAttributeLocalName(i), xml.getAttributeValue(i)))
                .toList();
    }

    int line() {
        return Math.max(xml.getLocation().getLineNumber(), 1);
    }

    /**
     * Moves to the next child of the current element; returns false at the end of the element. Passes the line of any
     * text between children to {@code text}.
     */
    boolean toNextChild(IntConsumer text) throws UnreadableLog {
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
                        text.accept(line() - linesBehind(xml.getText()));
                    }
                }
                default -> {}
            }
        }
    }

    /** Moves to the end of the current element. */
    void skip() throws UnreadableLog {
        var open = 1;
        while (open > 0) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                default -> {}
            }
        }
    }

    int advance() throws UnreadableLog {
        file.elementRead();
        reached = line();
        try {
            var event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableLog(line(), Message.of("console.import.document-type"));
            }
            return event;
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    void closeQuietly() {
        try {
            close();
        } catch (IOException _) {
            // reading failed already; the caller reports that failure
        }
    }

    private static XMLInputFactory parser() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLReporter((_, _, _, _) -> {}); // by default it prints to the terminal what it then throws
        return factory;
    }

    /** Lines to subtract: the parser's position is after the text, which may end in empty lines. */
    private static int linesBehind(String text) {
        return (int) text.substring(text.stripTrailing().length())
                .chars()
                .filter(c -> c == '\n')
                .count();
    }

    private UnreadableLog unreadable(XMLStreamException e) {
        var cause = e.getNestedException();
        if (cause instanceof CharacterCodingException) {
            var malformed = file.malformedLine();
            return new UnreadableLog(
                    malformed > 0 ? malformed : lineOf(e),
                    Message.of("console.import.other-encoding", "charset", file.charset()));
        }
        return new UnreadableLog(lineOf(e), cause instanceof IOException io ? reason(io) : reason(e));
    }

    /** An I/O error below the XML has no location. The parser had reached this line. */
    private int lineOf(XMLStreamException e) {
        return e.getLocation() == null ? reached : Math.max(e.getLocation().getLineNumber(), 1);
    }

    private static Message reason(IOException e) {
        return switch (e) {
            case EOFException _ -> Message.of("console.import.gzip", "reason", Message.of("console.import.too-short"));
            case ZipException zip -> Message.of("console.import.gzip", "reason", zip.getMessage());
            default ->
                Message.of("console.import.broken", "reason", Objects.requireNonNullElse(e.getMessage(), e.toString()));
        };
    }

    /** Strips the position that the parser repeats in front of its message. */
    private static Message reason(XMLStreamException e) {
        var message = Objects.requireNonNullElse(e.getMessage(), e.toString());
        return Message.of(
                "console.import.not-xml",
                "reason",
                message.substring(message.indexOf("Message: ") < 0 ? 0 : message.indexOf("Message: ") + 9)
                        .strip());
    }
}
