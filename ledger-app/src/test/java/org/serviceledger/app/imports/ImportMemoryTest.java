package org.serviceledger.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads a log of 200 MB in a JVM with a heap of 40 MB. */
class ImportMemoryTest {

    private static final int TRACES = 115_000;

    private static final String MORE = """
            <string key="org:resource" value="Resource%1$08d"/>
            <string key="org:group" value="Group 1"/>
            <string key="lifecycle:transition" value="complete"/>
            </event>""";

    @TempDir
    private Path directory;

    @Test
    void aLongLogNeedsNoMoreMemoryThanAShortOne() throws Exception {
        var log = directory.resolve("long.xes.gz");
        var bytes = generate(log);
        var output = directory.resolve("output.txt");

        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx40m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadToTheEnd.class.getName(),
                        log.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(bytes).isGreaterThan(200_000_000);
        assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(output).hasContent("%d cases, %d acts".formatted(TRACES, 6 * TRACES));
    }

    private static long generate(Path log) throws IOException {
        var event = LogText.event("受理 T01 Confirmation of receipt").replace("</event>", MORE);
        var template = LogText.trace("%08d", event.repeat(6));
        long written = 0;
        try (var out = new OutputStreamWriter(new BufferedOutputStream(fast(log), 1 << 16), StandardCharsets.UTF_8)) {
            out.write(LogText.log().replace("</log>", ""));
            for (var i = 0; i < TRACES; i++) {
                var trace = template.formatted(i);
                out.write(trace);
                written += trace.length();
            }
            out.write("</log>");
        }
        return written;
    }

    private static GZIPOutputStream fast(Path log) throws IOException {
        return new GZIPOutputStream(Files.newOutputStream(log)) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        };
    }

    /** Does everything an import does with a file, except sending. */
    static final class ReadToTheEnd {

        private ReadToTheEnd() {}

        public static void main(String[] args) throws Exception {
            var mapping = new XesMapping(null);
            var names = new SeenNames();
            var batch = new CaseBatch();
            var cases = 0;
            var acts = 0;
            try (var reader = new XesReader(Path.of(args[0]))) {
                for (var element = reader.next(); element != null; element = reader.next()) {
                    var read = mapping.caseOf((XesElement.Trace) element);
                    if (names.add(read.originalId()) && batch.add(read, element.line())) {
                        cases++;
                        acts += read.acts().size();
                    }
                    if (batch.isFull()) {
                        batch = new CaseBatch();
                    }
                }
            }
            System.out.printf("%d cases, %d acts%n", cases, acts);
        }
    }
}
