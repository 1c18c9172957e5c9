package org.serviceledger.app.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.serviceledger.words.Words;

/** Detects the encoding of an XML file: from its byte order mark, else from its declaration, else UTF-8. */
final class XmlEncoding {

    private static final int DECLARATION = 200;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private XmlEncoding() {}

    /** Returns the encoding and skips the byte order mark, which does not belong to the text. */
    static Charset of(InputStream in) throws IOException {
        in.mark(DECLARATION);
        var start = in.readNBytes(DECLARATION);
        in.reset();
        if (starts(start, 0xef, 0xbb, 0xbf)) {
            in.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if (starts(start, 0xfe, 0xff) || starts(start, 0xff, 0xfe)) {
            in.skipNBytes(2);
            return start[0] == (byte) 0xfe ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        if (starts(start, 0, '<') || starts(start, '<', 0)) {
            return start[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        return declared(new String(start, StandardCharsets.ISO_8859_1));
    }

    private static Charset declared(String start) throws IOException {
        var declaration = DECLARED.matcher(start);
        if (!declaration.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declaration.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IOException(Words.say("console.import.unknown-encoding", "encoding", declaration.group(1)), e);
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        var begin = new byte[mark.length];
        for (var i = 0; i < mark.length; i++) {
            begin[i] = (byte) mark[i];
        }
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, begin, 0, mark.length);
    }
}
