package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.serviceledger.app.data.Credentials;
import tools.jackson.databind.JsonNode;

/**
 * Kills and freezes servers while at least a hundred events a second are recorded. After each outage, every document
 * must equal a fresh fold of its events without a rebuild. At the end, every acknowledged case must be present exactly
 * once.
 *
 * <p>The system property {@code ledger.outages} sets the number of outages: 1 by default, 30 for the figures in
 * docs/performance.md.
 */
@Execution(CONCURRENT)
class DocumentsSurviveOutagesTest {

    private static final int TIMES = Integer.getInteger("ledger.outages", 1);
    private static final Duration FROZEN = Duration.ofSeconds(Math.min(30, 5L * TIMES));
    private static final Duration BACK = Duration.ofMinutes(3);

    @TempDir
    Path temporary;

    private final Random random = new Random(TIMES);
    private final List<String> told = new ArrayList<>();
    private Path data = Path.of("");
    private int port;
    private volatile LedgerProcess server;

    /** The process to kill. */
    private enum Victim {
        APPLICATION,
        POSTGRES,
        ELASTICSEARCH,
        EVERYTHING;

        boolean needsStart() {
            return this == APPLICATION || this == EVERYTHING;
        }
    }

    @BeforeEach
    void start() throws Exception {
        data = temporary.resolve("data");
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = LedgerProcess.readyOn(port, "serve", data);
    }

    @AfterEach
    void stop() throws IOException {
        told.forEach(System.out::println);
        server.close();
    }

    @Test
    void noDocumentIsLostWhateverIsKilled() throws Exception {
        try (var load = load()) {
            for (var victim : victims().toList()) {
                load.awaitMore(300, BACK);
                Thread.sleep(random.nextInt(1500));
                kill(victim);
                awaitRecovery(victim.name(), load);
                mustBeAlike(victim.name(), load);
            }
            mustHoldEveryAcknowledgedCase(load);
        }
    }

    @Test
    void noDocumentIsLostWhenElasticsearchFreezes() throws Exception {
        try (var load = load()) {
            for (int time = 0; time < Math.ceilDiv(TIMES, 3); time++) {
                load.awaitMore(300, BACK);
                LedgerProcess.signal("STOP", elasticsearch());
                try {
                    Thread.sleep(FROZEN);
                } finally {
                    LedgerProcess.signal("CONT", elasticsearch());
                }
                awaitRecovery("FROZEN", load);
                mustBeAlike("FROZEN", load);
            }
            mustHoldEveryAcknowledgedCase(load);
        }
    }

    private static Stream<Victim> victims() {
        return IntStream.range(0, TIMES).boxed().flatMap(_ -> Stream.of(Victim.values()));
    }

    private SteadyLoad load() {
        return new SteadyLoad(() -> Api.as(
                LedgerProcess.localAddress(port),
                "admin",
                Credentials.read(data).of("admin")));
    }

    private void kill(Victim victim) throws Exception {
        var children = server.children();
        switch (victim) {
            case APPLICATION -> server.kill();
            case POSTGRES -> LedgerProcess.signal("KILL", children.get(0));
            case ELASTICSEARCH -> LedgerProcess.signal("KILL", children.get(1));
            case EVERYTHING -> {
                LedgerProcess.signal("KILL", children.get(0));
                LedgerProcess.signal("KILL", children.get(1));
                server.kill();
            }
        }
        if (victim.needsStart()) {
            server = LedgerProcess.readyOn(port, "serve", data);
        }
    }

    private void awaitRecovery(String what, SteadyLoad load) throws Exception {
        var began = Instant.now();
        load.awaitMore(200, BACK);
        told.add("%s: 200 more events after %.1f s"
                .formatted(what, Duration.between(began, Instant.now()).toMillis() / 1000.0));
    }

    private void mustBeAlike(String what, SteadyLoad load) throws Exception {
        var verified = load.paused(() -> {
            awaitReadModels();
            return LedgerProcess.run(data, "verify", "--data", data.toString(), "--documents", "all");
        });
        assertThat(verified.exitCode())
                .as(() -> what + "\n" + verified.output())
                .isZero();
        assertThat(verified.output()).contains("all alike");
        told.add(verified.output()
                .lines()
                .filter(line -> line.startsWith("documents: "))
                .findFirst()
                .orElse(""));
    }

    private void awaitReadModels() throws Exception {
        var until = Instant.now().plus(BACK);
        while (true) {
            var answer = server.as("admin").get("/api/operations/read-models");
            if (answer.status() == 200
                    && answer.json()
                            .path("readModels")
                            .valueStream()
                            .allMatch(DocumentsSurviveOutagesTest::isLiveAndLevel)) {
                return;
            }
            assertThat(Instant.now()).as(answer::toString).isBefore(until);
            Thread.sleep(100);
        }
    }

    private static boolean isLiveAndLevel(JsonNode model) {
        return model.path("state").asString().equals("LIVE")
                && model.path("lag").asLong() == 0;
    }

    private void mustHoldEveryAcknowledgedCase(SteadyLoad load) throws Exception {
        load.paused(() -> {
            awaitReadModels();
            var found = server.as("inspector")
                    .get("/api/cases?timeout=30s&minPosition=" + load.position())
                    .json();
            assertThat(found.path("total").asLong()).as(found::toString).isEqualTo(load.cases());
            return null;
        });
    }

    private long elasticsearch() throws IOException {
        return server.children().get(1);
    }
}
