package org.serviceledger.app.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows how far a check is: a bar that moves on a terminal, now and then a plain line elsewhere. */
final class VerifyProgress {

    private static final int WIDTH = 24;
    private static final Duration ON_TERMINAL = Duration.ofMillis(100);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final boolean terminal;
    private final long began = System.nanoTime();
    private long shown = began;
    private int length;

    VerifyProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void at(long done, long of) {
        var now = System.nanoTime();
        if (now - shown < (terminal ? ON_TERMINAL : ELSEWHERE).toNanos()) {
            return;
        }
        shown = now;
        double share = of == 0 ? 1 : (double) done / of;
        int filled = (int) (share * WIDTH);
        var line = String.format(
                Locale.ROOT,
                "[%s%s] %3.0f%%  %,d of %,d events  %,.0f events/s",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                share * 100,
                done,
                of,
                done * 1e9 / (now - began));
        if (terminal) {
            clear();
            out.print(line);
            length = line.length();
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Makes room for other lines. */
    void clear() {
        if (length > 0) {
            out.print("\r" + " ".repeat(length) + "\r");
            out.flush();
            length = 0;
        }
    }
}
