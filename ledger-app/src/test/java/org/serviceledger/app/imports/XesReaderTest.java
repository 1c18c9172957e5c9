package org.serviceledger.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.app.imports.LogText.event;
import static org.serviceledger.app.imports.LogText.gzip;
import static org.serviceledger.app.imports.LogText.log;
import static org.serviceledger.app.imports.LogText.read;
import static org.serviceledger.app.imports.LogText.trace;
import static org.serviceledger.app.imports.LogText.write;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.serviceledger.api.imports.Attribute;
import org.serviceledger.app.testing.InEnglish;
import org.serviceledger.app.testing.ProcessLogs;

@ExtendWith(InEnglish.class)
class XesReaderTest {

    @TempDir
    private Path directory;

    /** Checks for both the real log and a generated one of the same shape. */
    abstract class AWholeLog {

        private final Path file;

        AWholeLog(Path file) {
            this.file = file;
        }

        @Test
        void isReadWhole() throws Exception {
            var outcome = read(file);

            assertThat(outcome.failure()).isEmpty();
            assertThat(outcome.unusable()).isEmpty();
            assertThat(outcome.traces()).hasSize(1434);
            assertThat(outcome.traces().stream()
                            .mapToInt(trace -> trace.events().size())
                            .sum())
                    .isEqualTo(8577);
        }

        @Test
        void keepsWhatTheLogSaysOfItself() throws Exception {
            try (var reader = new XesReader(file)) {
                var log = reader.log();

                assertThat(log.format()).isEqualTo("XES 1.0");
                assertThat(ofType("extension", log)).hasSize(11).first().satisfies(extension -> {
                    assertThat(extension.key()).isEqualTo("Lifecycle");
                    assertThat(XesElement.valueOf("uri", extension.nested()))
                            .isEqualTo("http://www.xes-standard.org/lifecycle.xesext");
                });
                assertThat(ofType("global", log)).extracting(Attribute::key).containsExactly("trace", "event");
                assertThat(ofType("global", log).getFirst().nested()).hasSize(11);
                assertThat(ofType("classifier", log))
                        .extracting(Attribute::key)
                        .containsExactly("Activity classifier", "Resource classifier", "Group classifier");
                assertThat(log.attributes())
                        .filteredOn(attribute -> attribute.key().equals("meta_org:resource_events_standard_deviation"))
                        .singleElement()
                        .satisfies(attribute -> assertThat(attribute.nested()).hasSize(48));
            }
        }

        @Test
        void cutAnywhereKeepsOnlyWholeTraces() throws Exception {
            var whole = read(file).traces();
            var bytes = Files.readAllBytes(file);
            var random = new SplittableRandom(20200416);
            for (var cut = 0; cut < 12; cut++) {
                var length = random.nextInt(1, bytes.length);
                var outcome = read(write(directory, Arrays.copyOf(bytes, length)));

                assertThat(outcome.failure()).as("cut at %d", length).startsWith("log.xes");
                assertThat(outcome.traces())
                        .as("cut at %d", length)
                        .isEqualTo(whole.subList(0, outcome.traces().size()));
            }
        }

        private static List<Attribute> ofType(String type, XesLog log) {
            return log.attributes().stream()
                    .filter(attribute -> attribute.type().equals(type))
                    .toList();
        }
    }

    @Nested
    class AMadeUpLog extends AWholeLog {

        AMadeUpLog() {
            super(ProcessLogs.madeUp());
        }
    }

    @Nested
    @Tag("real-data")
    class ARealLog extends AWholeLog {

        ARealLog() {
            super(ProcessLogs.real());
        }
    }

    @Nested
    class AStandardLog {

        private static final String NESTED = """
                <?xml version="1.0" encoding="UTF-8"?>
                <log xes.version="2.0" xes.features="nested-attributes" xmlns="http://www.xes-standard.org/">
                  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
                  <global scope="event"><string key="concept:name" value="?"/></global>
                  <classifier scope="event" name="by name" keys="concept:name"/>
                  <string key="hall" value="掘港街道为民服务中心"/>
                  <trace>
                    <string key="concept:name" value="a"><string key="source" value="desk"><int key="n" value="007"/></string></string>
                    <list key="materials"><values><string key="m" value="身份证"/><string key="m" value="户口簿"/></values></list>
                    <container key="place"><float key="x" value="1.50"/><id key="i" value="7c"/></container>
                    <boolean key="paid" value="true"/>
                    <event><string key="concept:name" value="一 &lt;&amp;&quot;"/></event>
                  </trace>
                </log>
                """;

        @Test
        void ofVersionTwoKeepsListsContainersAndNestedAttributes() throws Exception {
            var trace = read(write(directory, NESTED)).traces().getFirst();

            assertThat(trace.line()).isEqualTo(7);
            assertThat(trace.attributes())
                    .containsExactly(
                            a("concept:name", "string", "a", a("source", "string", "desk", a("n", "int", "007"))),
                            a(
                                    "materials",
                                    "list",
                                    "",
                                    a("values", "values", "", a("m", "string", "身份证"), a("m", "string", "户口簿"))),
                            a("place", "container", "", a("x", "float", "1.50"), a("i", "id", "7c")),
                            a("paid", "boolean", "true"));
            assertThat(trace.events().getFirst().attributes()).containsExactly(a("concept:name", "string", "一 <&\""));
        }

        @Test
        void isTheSamePackedOrPlainAndInUtf16() throws Exception {
            var plain = read(write(directory, NESTED));

            assertThat(read(write(directory, gzip(NESTED)))).isEqualTo(plain);
            assertThat(read(write(directory, NESTED.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16))))
                    .isEqualTo(plain);
            assertThat(read(write(directory, NESTED.replace("UTF-8", "GB18030").getBytes(Charset.forName("GB18030")))))
                    .isEqualTo(plain);
        }

        private static Attribute a(String key, String type, String value, Attribute... nested) {
            return new Attribute(key, type, value, List.of(nested));
        }
    }

    @Nested
    class APieceThatIsNotXes {

        @Test
        void costsItsTraceAndNoOther() throws Exception {
            var outcome = read(write(
                    directory,
                    log(
                            trace("1", event("a")),
                            "<trace>\n<string key=\"concept:name\"/>\n</trace>\n",
                            trace("2", "<event>\n<colour key=\"c\" value=\"red\"/><string value=\"x\"/></event>\n"),
                            trace("3", event("a"), "loose words\n"),
                            event("of no trace"),
                            trace("4", event("a")),
                            "<string key=\"late\" value=\"x\"/>\n")));

            assertThat(outcome.failure()).isEmpty();
            assertThat(outcome.traces())
                    .extracting(trace -> XesElement.valueOf("concept:name", trace.attributes()))
                    .containsExactly("1", "4");
            assertThat(outcome.unusable())
                    .extracting(piece -> piece.line() + ": " + piece.reason())
                    .containsExactly(
                            "11: attribute concept:name has no value",
                            "16: <colour> is not an XES attribute",
                            "24: text between attributes is not XES",
                            "26: an event outside any trace belongs to no case",
                            "37: <string> behind the first trace is not XES; it was not kept");
        }

        @Test
        void tooDeepOrTooLargeIsPassedOver() throws Exception {
            var deep = "<string key=\"k\" value=\"v\">".repeat(80) + "</string>".repeat(80);
            var large = "<string key=\"k\" value=\"%s\"/>\n"
                    .formatted("x".repeat(1 << 20))
                    .repeat(7);
            var outcome = read(write(directory, log(trace("1", deep), trace("2", large), trace("3", event("a")))));

            assertThat(outcome.failure()).isEmpty();
            assertThat(outcome.unusable())
                    .extracting(piece -> piece.reason().said())
                    .containsExactly("attributes are nested more than 20 deep", "the trace is larger than 6 MiB");
            assertThat(outcome.traces()).hasSize(1);
        }
    }

    @Nested
    class ADamagedFile {

        @Test
        void saysTheLineOfBrokenXml() throws Exception {
            assertThat(read(write(directory, log(trace("1", event("a")), "<trace>\n</log>")))
                            .failure())
                    .startsWith("log.xes:11: ")
                    .contains("\"trace\"");
        }

        @Test
        void saysTheLineWhereItEnds() throws Exception {
            var text = log(trace("1", event("a")), trace("2", event("a")));

            assertThat(read(write(directory, text.substring(0, text.length() - 30)))
                            .failure())
                    .startsWith("log.xes:14: ");
            assertThat(read(write(directory, text.substring(0, text.length() - 7)))
                            .failure())
                    .startsWith("log.xes:17: ");
        }

        @Test
        void saysTheLineThatIsNotUtf8() throws Exception {
            var text = log(trace("1", event("a"))) + " ".repeat(20_000) + "\n";
            var before = text.indexOf("</log>");
            var bytes = (text.substring(0, before) + "\n".repeat(30_000) + "<!-- ? -->" + text.substring(before))
                    .getBytes(StandardCharsets.ISO_8859_1);
            bytes[before + 30_000 + 5] = (byte) 0xe9;

            assertThat(read(write(directory, bytes)).failure())
                    .isEqualTo("log.xes:30010: not in the encoding it declares (UTF-8)");
        }

        @Test
        void saysThatGzipBreaksOff() throws Exception {
            var bytes = gzip(log(trace("1", event("a"))));

            assertThat(read(write(directory, Arrays.copyOf(bytes, bytes.length - 12)))
                            .failure())
                    .endsWith("the gzip data are damaged: they end too early");
            bytes[bytes.length - 6] ^= 1;
            assertThat(read(write(directory, bytes)).failure()).contains("the gzip data are damaged");
        }

        @Test
        void neverLooksOutside() throws Exception {
            var secret = Files.writeString(directory.resolve("secret"), "secret");
            var text = """
                    <?xml version="1.0"?>
                    <!DOCTYPE log [<!ENTITY e SYSTEM "%s">]>
                    <log><trace><string key="concept:name" value="a">&e;</string></trace></log>
                    """.formatted(secret.toUri());

            assertThat(read(write(directory, text)).failure())
                    .isEqualTo("log.xes:2: document types and entities are not read");
        }

        @Test
        void inAnEncodingNobodyKnowsSaysSo() throws Exception {
            assertThat(read(write(directory, "<?xml version='1.0' encoding='x-none'?><log/>"))
                            .failure())
                    .isEqualTo("log.xes: cannot be read: its encoding is unknown here: x-none");
        }

        @Test
        void isNotXesAtAll() throws Exception {
            assertThat(read(write(directory, "number,name\n1,a\n")).failure())
                    .isEqualTo("log.xes:1: Content is not allowed in prolog.");
            assertThat(read(write(directory, "<html>\n<body/></html>")).failure())
                    .isEqualTo("log.xes:1: not an XES file: its root is <html>");
            assertThat(read(write(directory, new byte[] {0x1f, (byte) 0x8b})).failure())
                    .isEqualTo("log.xes: cannot be read: the gzip data are damaged: they end too early");
        }

        @Test
        void withAnElementWithoutEndDoesNotFillTheMemory() throws IOException {
            var endless = "<log><trace><string key=\"k\" value=\"" + "x".repeat(40 << 20);

            assertThat(read(write(directory, endless)).failure())
                    .isEqualTo("log.xes:1: an element is longer than 32 MiB");
        }
    }
}
