package org.serviceledger.app.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.witness.KnownWitness;
import org.serviceledger.store.witness.WitnessPolicy;
import org.serviceledger.words.Message;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The witnesses of this log and the policy for their cosignatures.
 *
 * @param ask the witnesses, by local name
 * @param policy {@code none}, {@code any}, {@code all}, {@code 2 of 3}, or the path of a file in the format of
 *     c2sp.org/tlog-policy; by default {@code any} if there are witnesses, else {@code none}
 * @param longestLag how long a checkpoint may lack enough cosignatures before the alarm is raised
 * @param refuseWrites whether the server refuses writes during that alarm
 */
@ConfigurationProperties("ledger.witnesses")
record WitnessSettings(
        @Nullable Map<String, Asked> ask,
        @Nullable String policy,
        @DefaultValue("5m") Duration longestLag,
        @DefaultValue("false") boolean refuseWrites) {

    /** A witness: its URL, and the verifier key it prints at start. */
    record Asked(String url, String key) {}

    /** Returns the policy for the log of this name. Throws with a one-line message if the settings are inconsistent. */
    WitnessPolicy policyOf(String origin) {
        try {
            var asked = Objects.requireNonNullElse(ask, Map.<String, Asked>of()).entrySet().stream()
                    .map(one -> KnownWitness.of(
                            one.getKey(), one.getValue().key(), one.getValue().url()))
                    .toList();
            var told = policy == null || policy.isBlank() ? asked.isEmpty() ? "none" : "any" : policy.strip();
            return WitnessPolicy.simple(told, asked).orElseGet(() -> inFile(Path.of(told), asked, origin));
        } catch (MalformedLog e) {
            throw new LedgerFailed(Message.of("console.witnesses.wrong", "reason", e.why()), e);
        }
    }

    /** Reads a policy file. The settings supply witness URLs that the file lacks. */
    private static WitnessPolicy inFile(Path file, List<KnownWitness> asked, String origin) {
        var policy = WitnessPolicy.parse(text(file));
        if (!policy.logs().isEmpty()
                && policy.logs().stream().map(VerifierKey::name).noneMatch(origin::equals)) {
            throw new MalformedLog(Message.of("console.witnesses.other-logs", "file", file, "origin", origin));
        }
        for (var witness : asked) {
            if (policy.witnesses().stream().noneMatch(known -> known.key().equals(witness.key()))) {
                throw new MalformedLog(
                        Message.of("console.witnesses.not-in-policy", "name", witness.name(), "file", file));
            }
        }
        return policy.withAddresses(asked);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new MalformedLog(Message.of("console.witnesses.no-policy", "file", file), e);
        }
    }
}
