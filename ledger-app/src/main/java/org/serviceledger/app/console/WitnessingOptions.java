package org.serviceledger.app.console;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.words.Message;
import picocli.CommandLine.Option;

/** Options that name the log's witnesses. */
final class WitnessingOptions {

    @Option(
            names = "--witness",
            paramLabel = "${bundle:console.label.url-and-key}",
            descriptionKey = "console.option.witness")
    private Map<String, String> witnesses = new LinkedHashMap<>();

    @Option(
            names = "--witness-policy",
            paramLabel = "${bundle:console.label.policy}",
            descriptionKey = "console.option.witness-policy")
    private @Nullable String policy;

    @Option(
            names = "--longest-lag",
            paramLabel = "${bundle:console.label.duration}",
            descriptionKey = "console.option.longest-lag")
    private @Nullable String longestLag;

    @Option(names = "--refuse-unwitnessed", descriptionKey = "console.option.refuse-unwitnessed")
    private boolean refuseUnwitnessed;

    /** The options as application properties. */
    Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        witnesses.forEach((url, key) -> {
            var name = "ledger.witnesses.ask[%s]".formatted(nameIn(key));
            settings.put(name + ".url", url);
            settings.put(name + ".key", key);
        });
        if (policy != null) {
            settings.put("ledger.witnesses.policy", policy);
        }
        if (longestLag != null) {
            settings.put("ledger.witnesses.longest-lag", longestLag);
        }
        if (refuseUnwitnessed) {
            settings.put("ledger.witnesses.refuse-writes", "true");
        }
        return settings;
    }

    private static String nameIn(String key) {
        if (key.indexOf('+') < 1) {
            throw new LedgerFailed(Message.of("console.serve.no-witness-key", "key", key));
        }
        return key.substring(0, key.indexOf('+'));
    }
}
