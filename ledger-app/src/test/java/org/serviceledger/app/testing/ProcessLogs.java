package org.serviceledger.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Complete process logs of one shape, for reading and importing. */
public final class ProcessLogs {

    private static final Path DIRECTORY = made();

    private ProcessLogs() {}

    /** A log that made_log.py generates. */
    public static Path madeUp() {
        return DIRECTORY.resolve("made.xes.gz");
    }

    /**
     * The acts of the generated log, tab-separated: case, ordinal, activity, transition, person, unit and time in ms.
     */
    public static List<String> madeUpActs() throws IOException {
        return Files.readAllLines(DIRECTORY.resolve("acts.tsv"));
    }

    /** A real log, for tests tagged {@code real-data}. */
    public static Path real() {
        return Path.of(System.getProperty("ledger.real-data"), "receipt.xes.gz");
    }

    private static Path made() {
        try {
            var directory = Files.createTempDirectory("ledger-logs-");
            var log = directory.resolve("made.xes.gz");
            var acts = directory.resolve("acts.tsv");
            directory.toFile().deleteOnExit();
            log.toFile().deleteOnExit();
            acts.toFile().deleteOnExit();
            run(log, acts);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Path log, Path acts) throws IOException, InterruptedException, URISyntaxException {
        var program = Objects.requireNonNull(ProcessLogs.class.getResource("/logs/made_log.py"));
        var process = new ProcessBuilder(
                        "python3", Path.of(program.toURI()).toString(), log.toString(), acts.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("made_log.py failed: " + said);
        }
    }
}
