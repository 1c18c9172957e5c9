package org.serviceledger.app.witness;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.witness.Witness;
import tools.jackson.databind.json.JsonMapper;

/** State of a witness, for monitors. */
record Standing(String status, String name, List<Log> logs) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A log; size and time are null if the witness has never cosigned it. */
    record Log(String origin, @Nullable Long size, @Nullable Instant cosignedAt) {}

    static String of(Witness witness) {
        var logs = witness.standing().entrySet().stream()
                .map(log -> new Log(
                        log.getKey(),
                        log.getValue()
                                .map(note -> Checkpoint.parse(note.text()).size())
                                .orElse(null),
                        log.getValue().flatMap(witness.verifier()::signedAt).orElse(null)))
                .sorted(Comparator.comparing(Log::origin))
                .toList();
        return JSON.writeValueAsString(new Standing("UP", witness.verifier().name(), logs)) + "\n";
    }
}
