package org.serviceledger.app.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;

/** One demonstration server for all tests of this JVM. The first use starts it, as a user would. */
final class SharedDemo {

    /** The lock of tests that nobody else may record or count beside. */
    static final String ALONE = "demo";

    private static final LocalDate BEGAN = ChinasDay.today();
    private static final LedgerProcess SERVER = start();

    private SharedDemo() {}

    static LedgerProcess server() {
        return SERVER;
    }

    /** Whether no midnight has passed since the start. At midnight the server records an event by itself. */
    static boolean beganToday() {
        return BEGAN.equals(ChinasDay.today());
    }

    private static LedgerProcess start() {
        try {
            var root = Files.createTempDirectory("ledger-end-to-end-");
            var server = LedgerProcess.ready("demo", root.resolve("data"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, root)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void stop(LedgerProcess server, Path root) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        delete(root);
    }

    /** Deletes a directory with everything in it. */
    static void delete(Path root) {
        try (var tree = Files.walk(root)) {
            for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
