package org.serviceledger.app.console;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.LedgerFailed;
import picocli.CommandLine.Option;

/** Who is to vouch for the log. */
final class WitnessingOptions {

    @Option(
            names = "--witness",
            paramLabel = "URL=KEY",
            description = "A witness to ask for its cosignature: its address and the verifier key it prints; may be"
                    + " repeated.")
    private Map<String, String> witnesses = new LinkedHashMap<>();

    @Option(
            names = "--witness-policy",
            paramLabel = "POLICY",
            description =
                    "What is published: checkpoints cosigned by any, all or '2 of 3' witnesses, by none, or as a policy"
                            + " file says (default: any, if there are witnesses).")
    private @Nullable String policy;

    @Option(
            names = "--longest-lag",
            paramLabel = "TIME",
            description =
                    "How long a checkpoint may wait for enough witnesses before the alarm is raised, such as 30s or"
                            + " 5m (default: 5m).")
    private @Nullable String longestLag;

    @Option(
            names = "--refuse-unwitnessed",
            description = "Record nothing more while that alarm lasts: commands are answered 503.")
    private boolean refuseUnwitnessed;

    /** As settings of the application. */
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
            throw new LedgerFailed("--witness: no verifier key: '%s'".formatted(key));
        }
        return key.substring(0, key.indexOf('+'));
    }
}
