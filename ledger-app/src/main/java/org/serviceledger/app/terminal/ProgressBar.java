package org.serviceledger.app.terminal;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.serviceledger.words.Words;

/** Shows how far a long task is: a bar that moves on a terminal, now and then a plain line elsewhere. */
public final class ProgressBar {

    /** What is counted. */
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

    /** A bar for whoever started this process. */
    public static ProgressBar on(PrintWriter out) {
        return new ProgressBar(
                out,
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
    }

    /** Shows that so much is done, unless it was shown just now. */
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

    /** Chinese characters are two wide. */
    private static int columns(String line) {
        return line.chars().map(c -> c < FIRST_WIDE ? 1 : 2).sum();
    }

    /** A line that stays, above the one that moves. */
    public synchronized void say(String line) {
        clear();
        out.println(line);
        out.flush();
    }

    /** Makes room for a line that somebody else prints. */
    public synchronized void clear() {
        if (length > 0) {
            out.print("\r" + " ".repeat(length) + "\r");
            out.flush();
            length = 0;
        }
    }

    /** How long it has been at work. */
    public double seconds() {
        return Math.max(System.nanoTime() - began, 1) / 1e9;
    }
}
