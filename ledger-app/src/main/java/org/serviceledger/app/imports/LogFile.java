package org.serviceledger.app.imports;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.serviceledger.words.Words;

/** An event log file, decompressed if it is gzip. Counts the bytes read from the file. */
final class LogFile implements AutoCloseable {

    /**
     * Limit for one element, in decompressed bytes. Without a limit the parser buffers an unterminated value until
     * memory runs out.
     */
    private static final int LONGEST_ELEMENT = 32 << 20;

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final Counting packed;
    private final Guarded unpacked;
    private final Charset charset;

    LogFile(Path path) throws IOException {
        this.path = path;
        packed = new Counting(Files.newInputStream(path));
        try {
            unpacked = new Guarded(unpack(packed));
            charset = XmlEncoding.of(unpacked);
        } catch (IOException e) {
            packed.close();
            throw e;
        }
    }

    /** The text, decoded strictly: a malformed byte throws {@link java.nio.charset.CharacterCodingException}. */
    Reader text() {
        return new InputStreamReader(unpacked, charset.newDecoder());
    }

    Charset charset() {
        return charset;
    }

    /** Number of bytes read from the file itself, before decompression. */
    long bytesRead() {
        return packed.count;
    }

    /** Tells the size guard that the parser finished an element. */
    void elementRead() {
        unpacked.sinceElement = 0;
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    /**
     * Returns the first line that is not in the file's encoding; 0 if there is none. The parser cannot tell, since it
     * reads ahead.
     */
    int malformedLine() {
        var decoder = charset.newDecoder();
        var line = 1;
        var chars = CharBuffer.allocate(BUFFER);
        var bytes = ByteBuffer.allocate(BUFFER);
        try (var in = unpack(Files.newInputStream(path))) {
            while (true) {
                var read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                bytes.limit(bytes.position() + Math.max(read, 0)).rewind();
                var result = decoder.decode(bytes, chars.clear(), read < 0);
                line += (int) chars.flip().chars().filter(c -> c == '\n').count();
                if (result.isError()) {
                    return line;
                }
                if (read < 0) {
                    return 0;
                }
                bytes.compact();
            }
        } catch (IOException _) {
            return 0;
        }
    }

    private static InputStream unpack(InputStream file) throws IOException {
        var buffered = new BufferedInputStream(file, BUFFER);
        buffered.mark(2);
        var packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return packed ? new BufferedInputStream(new GZIPInputStream(buffered, BUFFER), BUFFER) : buffered;
    }

    private static final class Counting extends FilterInputStream {

        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = super.read(into, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }

    private static final class Guarded extends FilterInputStream {

        private long sinceElement;

        Guarded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                var read = super.read(into, offset, length);
                grown(Math.max(read, 0));
                return read;
            } catch (EOFException e) { // the parser would treat it as the regular end of the text
                throw new ZipException(Words.say("console.import.too-short"));
            }
        }

        private void grown(int by) throws IOException {
            sinceElement += by;
            if (sinceElement > LONGEST_ELEMENT) {
                throw new IOException(Words.say("console.import.long-element", "size", LONGEST_ELEMENT >> 20));
            }
        }
    }
}
