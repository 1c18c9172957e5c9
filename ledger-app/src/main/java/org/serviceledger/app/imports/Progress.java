package org.serviceledger.app.imports;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows how far an import is: a line that is rewritten on a terminal, now and then a plain one elsewhere. */
final class Progress {

    private static final int WIDTH = 24;
    private static final Duration ON_TERMINAL = Duration.ofMillis(100);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final boolean terminal;
    private final long began = System.nanoTime();
    private long shown = began;
    private int length;

    Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    synchronized void reading(String what, long done, long of) {
        if (isDue()) {
            show("%s %s".formatted(bar(done, of), what));
        }
    }

    synchronized void importing(long done, long of, Tally tally) {
        if (isDue()) {
            show(String.format(
                    Locale.ROOT,
                    "%s %,d cases  %,d acts  %,.0f acts/s",
                    bar(done, of),
                    tally.cases.get(),
                    tally.acts.get(),
                    tally.acts.get() / seconds()));
        }
    }

    /** A line that stays, above the one that moves. */
    synchronized void say(String line) {
        clear();
        out.println(line);
        out.flush();
    }

    double seconds() {
        return Math.max(System.nanoTime() - began, 1) / 1e9;
    }

    private boolean isDue() {
        var now = System.nanoTime();
        if (now - shown < (terminal ? ON_TERMINAL : ELSEWHERE).toNanos()) {
            return false;
        }
        shown = now;
        return true;
    }

    private static String bar(long done, long of) {
        var share = of == 0 ? 1 : Math.min(1.0, (double) done / of);
        var filled = (int) (share * WIDTH);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f%%  %,d of %,d bytes ",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                share * 100,
                done,
                of);
    }

    private void show(String line) {
        if (terminal) {
            clear();
            out.print(line);
            length = line.length();
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Makes room for a line that somebody else prints. */
    synchronized void clear() {
        if (length > 0) {
            out.print("\r" + " ".repeat(length) + "\r");
            length = 0;
        }
    }
}
