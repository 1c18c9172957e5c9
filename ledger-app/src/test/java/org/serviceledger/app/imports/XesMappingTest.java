package org.serviceledger.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.serviceledger.app.imports.LogText.event;
import static org.serviceledger.app.imports.LogText.log;
import static org.serviceledger.app.imports.LogText.read;
import static org.serviceledger.app.imports.LogText.trace;
import static org.serviceledger.app.imports.LogText.write;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.api.imports.ImportedAct;
import org.serviceledger.app.testing.InEnglish;
import org.serviceledger.app.testing.ProcessLogs;

@ExtendWith(InEnglish.class)
class XesMappingTest {

    private static final XesMapping MAPPING = new XesMapping(null);

    @TempDir
    private Path directory;

    @Test
    void mapsACaseOfAMadeUpLog() throws Exception {
        var read = caseOf("case-100042", ProcessLogs.madeUp());

        assertThat(read.number()).isEqualTo("100042");
        assertThat(read.originalId()).isEqualTo("case-100042");
        assertThat(read.department()).isEqualTo("Permits");
        assertThat(read.channel()).isEqualTo("Web");
        assertThat(read.responsible()).isEqualTo("Clerk17");
        assertThat(read.dueAt()).isEqualTo(Instant.parse("2015-12-17T09:30:00.250Z"));
        assertThat(read.endedAt()).isNull();
        assertThat(read.acts()).extracting(ImportedAct::ordinal).containsExactly(0, 1, 2, 3);
        assertThat(read.acts().getFirst()).satisfies(act -> {
            assertThat(act.activity()).isEqualTo("Register the application");
            assertThat(act.transition()).isEqualTo("complete");
            assertThat(act.by().person()).isEqualTo("Clerk17");
            assertThat(act.by().unit()).isEqualTo("Unit 1");
            assertThat(act.occurredAt()).isEqualTo(Instant.parse("2015-10-22T07:20:11.008Z"));
            assertThat(act.attributes()).hasSize(6);
            assertThat(XesElement.valueOf("time:timestamp", act.attributes()))
                    .isEqualTo("2015-10-22T09:20:11.008+02:00");
        });
    }

    @Test
    @Tag("real-data")
    void mapsACaseOfARealLog() throws Exception {
        var read = caseOf("case-10011", ProcessLogs.real());

        assertThat(read.number()).isEqualTo("10011");
        assertThat(read.originalId()).isEqualTo("case-10011");
        assertThat(read.department()).isEqualTo("General");
        assertThat(read.channel()).isEqualTo("Internet");
        assertThat(read.responsible()).isEqualTo("Resource21");
        assertThat(read.dueAt()).isEqualTo(Instant.parse("2011-12-06T12:41:31.788Z"));
        assertThat(read.endedAt()).isNull();
        assertThat(read.acts()).extracting(ImportedAct::ordinal).containsExactly(0, 1, 2, 3);
        assertThat(read.acts().getFirst()).satisfies(act -> {
            assertThat(act.activity()).isEqualTo("Confirmation of receipt");
            assertThat(act.transition()).isEqualTo("complete");
            assertThat(act.by().person()).isEqualTo("Resource21");
            assertThat(act.by().unit()).isEqualTo("Group 1");
            assertThat(act.occurredAt()).isEqualTo(Instant.parse("2011-10-11T11:45:40.276Z"));
            assertThat(act.attributes()).hasSize(6);
            assertThat(XesElement.valueOf("time:timestamp", act.attributes()))
                    .isEqualTo("2011-10-11T13:45:40.276+02:00");
        });
    }

    @Test
    void mapsEveryCaseOfAMadeUpLogToItsOwnNumber() throws Exception {
        assertThat(numbers(ProcessLogs.madeUp())).hasSize(1434).doesNotHaveDuplicates();
    }

    @Test
    @Tag("real-data")
    void mapsEveryCaseOfARealLogToItsOwnNumber() throws Exception {
        assertThat(numbers(ProcessLogs.real())).hasSize(1434).doesNotHaveDuplicates();
    }

    @Test
    void mapsEveryActAsItWasMadeUp() throws Exception {
        var acts = new ArrayList<String>();
        for (var trace : read(ProcessLogs.madeUp()).traces()) {
            var mapped = MAPPING.caseOf(trace);
            mapped.acts().forEach(act -> acts.add(line(mapped.originalId(), act)));
        }

        assertThat(acts).hasSize(8577).isEqualTo(ProcessLogs.madeUpActs());
    }

    @ParameterizedTest
    @CsvSource({
        "2020-04-16T09:00:00+08:00, 2020-04-16T01:00:00Z",
        "2020-04-16T01:00:00Z, 2020-04-16T01:00:00Z",
        "2020-04-16T09:00:00.123456+08:00, 2020-04-16T01:00:00.123456Z",
        "2020-04-16T09:00:00.250+0800, 2020-04-16T01:00:00.250Z",
    })
    void readsTimes(String written, Instant meant) throws Exception {
        assertThat(timedAt(MAPPING, written)).isEqualTo(meant);
    }

    @Test
    void takesATimeWithoutOffsetOnlyWithAZone() throws Exception {
        assertThat(timedAt(new XesMapping(ZoneId.of("Asia/Shanghai")), "2020-04-16T09:00:00"))
                .isEqualTo(Instant.parse("2020-04-16T01:00:00Z"));
        assertThatExceptionOfType(XesMapping.Unmappable.class)
                .isThrownBy(() -> timedAt(MAPPING, "2020-04-16T09:00:00"))
                .withMessage("time:timestamp has no zone offset: 2020-04-16T09:00:00"
                        + " (say where it was written: --zone)");
    }

    @Test
    void refusesWhatHasNoNumberNoActsNoTime() throws Exception {
        refuses(
                log("<trace>\n" + event("a") + "</trace>"),
                3,
                "the trace has no concept:name, so the case has no number");
        refuses(log(trace("1")), 3, "trace 1 has no events");
        refuses(
                log(trace("1", event("a"), "<event><string key=\"concept:name\" value=\"b\"/></event>\n")),
                9,
                "event b has no time:timestamp");
        refuses(log(trace("1", event("a").replace("2020-04-16", "2020-04-31"))), 5, """
                time:timestamp is not a date: 2020-04-31T09:00:00.000+08:00""");
        refuses(
                log(trace("1", event("a").replace("2020-04-16T09:00:00.000+08", "+999999999-12-31T09:00:00-18"))),
                5,
                """
                time:timestamp is not a date: +999999999-12-31T09:00:00-18:00""");
        refuses(log(trace("1", event(""))), 5, "the event has no concept:name");
    }

    private static CaseOfFile caseOf(String name, Path log) throws Exception {
        var trace = read(log).traces().stream()
                .filter(one -> name.equals(XesElement.valueOf("concept:name", one.attributes())))
                .findFirst()
                .orElseThrow();
        return MAPPING.caseOf(trace);
    }

    private static List<String> numbers(Path log) throws Exception {
        var numbers = new ArrayList<String>();
        for (var trace : read(log).traces()) {
            numbers.add(MAPPING.caseOf(trace).number());
        }
        return numbers;
    }

    private static String line(String name, ImportedAct act) {
        return "%s\t%d\t%s\t%s\t%s\t%s\t%d"
                .formatted(
                        name,
                        act.ordinal(),
                        act.activity(),
                        act.transition(),
                        act.by().person(),
                        act.by().unit(),
                        act.occurredAt().toEpochMilli());
    }

    private void refuses(String text, int line, String reason) throws IOException {
        var trace = read(write(directory, text)).traces().getFirst();

        assertThatExceptionOfType(XesMapping.Unmappable.class)
                .isThrownBy(() -> MAPPING.caseOf(trace))
                .withMessage(reason)
                .satisfies(refused -> assertThat(refused.line()).isEqualTo(line));
    }

    private Instant timedAt(XesMapping mapping, String time) throws Exception {
        var text = log(trace("1", event("a").replace("2020-04-16T09:00:00.000+08:00", time)));
        return mapping.caseOf(read(write(directory, text)).traces().getFirst())
                .acts()
                .getFirst()
                .occurredAt();
    }
}
