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
 * Heap size of the embedded Elasticsearch: the value of {@code LEDGER_ELASTICSEARCH_HEAP}, or else a share of the
 * memory.
 */
final class ElasticsearchHeap {

    private static final String VARIABLE = "LEDGER_ELASTICSEARCH_HEAP";
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})([mg])");
    private static final int LEAST = 512;
    private static final int MOST = 4096;

    private ElasticsearchHeap() {}

    /** The heap size on this machine or in this container, in MB. */
    static int megabytes() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return megabytes(
                System.getenv(),
                machine.getTotalMemorySize(),
                Runtime.getRuntime().maxMemory());
    }

    /**
     * Returns a quarter of the memory that the application leaves, within {@value #LEAST} to {@value #MOST} MB.
     * PostgreSQL and the page cache of both servers need most of the rest.
     */
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
