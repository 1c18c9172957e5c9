package org.serviceledger.app.server;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.words.Message;

/**
 * How much memory the embedded Elasticsearch takes for its heap: what {@code LEDGER_ELASTICSEARCH_HEAP} says, or a part of the
 * machine's.
 */
final class ElasticsearchHeap {

    private static final String VARIABLE = "LEDGER_ELASTICSEARCH_HEAP";
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})([mg])");
    private static final int LEAST = 512;
    private static final int MOST = 4096;

    private ElasticsearchHeap() {}

    /** Of this machine, or of the share of it that a container has. */
    static int megabytes() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return megabytes(
                System.getenv(),
                machine.getTotalMemorySize(),
                Runtime.getRuntime().maxMemory());
    }

    /** A quarter of what the application leaves: PostgreSQL, and the pages of both that the system keeps, need the most of it. */
    static int megabytes(Map<String, String> environment, long memory, long application) {
        var told = environment.get(VARIABLE);
        return told == null || told.isBlank()
                ? Math.clamp(((memory - application) / 4) >> 20, LEAST, MOST)
                : parsed(told.strip());
    }

    private static int parsed(@Nullable String told) {
        var size = SIZE.matcher(String.valueOf(told).toLowerCase(Locale.ROOT));
        var megabytes = size.matches()
                ? Integer.parseInt(size.group(1)) * (size.group(2).equals("g") ? 1024L : 1L)
                : 0;
        if (megabytes < 128 || megabytes > 31 * 1024) {
            throw new LedgerFailed(Message.of("console.serve.no-heap", "variable", VARIABLE, "value", told));
        }
        return (int) megabytes;
    }
}
