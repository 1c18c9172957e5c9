package org.serviceledger.app.terminal;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.serviceledger.words.Words;

/** Shows the progress of a long task: a moving bar on a terminal, an occasional plain line elsewhere. */
public final class ProgressBar {

    /** Unit of the counts. */
    public enum Unit {
        BYTES,
        EVENTS
    }

    private static final int WIDTH = 24;
    private static final int FIRST_WIDE = 0x2E80;
    private static final Duration ON_TERMINAL = Duration.ofMillis(100);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final boolean terminal;
    private final long began = System.nanoTime();
    private long shown = began;
    private int length;

    ProgressBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Creates a progress bar for the standard output of this process. Detects whether that is a terminal. */
    public static ProgressBar on(PrintWriter out) {
        return new ProgressBar(
                out,
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
    }

    /** Shows progress. Does nothing if the last update was less than 100 ms ago (10 s if not on a terminal). */
    public synchronized void at(long done, long of, Unit unit, Supplier<String> more) {
        var now = System.nanoTime();
        if (now - shown < (terminal ? ON_TERMINAL : ELSEWHERE).toNanos()) {
            return;
        }
        shown = now;
        var line = line(done, of, unit, more.get());
        if (terminal) {
            clear();
            out.print(line);
            length = columns(line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    static String line(long done, long of, Unit unit, String more) {
        var share = of == 0 ? 1 : Math.min(1.0, (double) done / of);
        var filled = (int) (share * WIDTH);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f%%  %s  %s",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                share * 100,
                Words.say("console.progress", "done", done, "all", of, "unit", unit),
                more);
    }

    /** Width of a line in columns: Chinese characters are two wide. */
    private static int columns(String line) {
        return line.chars().map(c -> c < FIRST_WIDE ? 1 : 2).sum();
    }

    /** Prints a line above the bar. It stays. */
    public synchronized void say(String line) {
        clear();
        out.println(line);
        out.flush();
    }

    /** Erases the bar so that the caller can print a line. */
    public synchronized void clear() {
        if (length > 0) {
            out.print("\r" + " ".repeat(length) + "\r");
            out.flush();
            length = 0;
        }
    }

    /** Seconds since the bar was created. */
    public double seconds() {
        return Math.max(System.nanoTime() - began, 1) / 1e9;
    }
}
