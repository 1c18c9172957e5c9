package org.serviceledger.api.log;

import java.time.Instant;
import java.time.LocalDate;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.WireName;

/** Events of the transparency log (透明日志) itself. */
public sealed interface LogEvent extends LedgerEvent {

    LogYearId logYearId();

    @Override
    default String stream() {
        return logYearId().value();
    }

    /**
     * A new key signs the log from now on (密钥轮换).
     *
     * @param before verifier key of the previous key
     * @param next verifier key of the new key
     * @param fromSize the smallest checkpoint size that must carry a signature by the new key
     * @param statement the signed note that announces the rotation; the new key signs it, and so does the previous key
     *     unless it was lost
     */
    @WireName("log.key-rotated")
    record KeyRotated(
            LogYearId logYearId,
            String before,
            String next,
            long fromSize,
            String statement,
            Actor by,
            Instant occurredAt)
            implements LogEvent {}

    /**
     * A checkpoint was recorded in the ledger itself (检查点入账), so every later checkpoint also commits to this one.
     *
     * @param day the day, in China, for which the checkpoint is recorded
     * @param origin the name of the log
     * @param size the number of events that the checkpoint covers
     * @param root Merkle root over these events, in base64
     * @param note the signed checkpoint
     */
    @WireName("log.checkpoint-anchored")
    record CheckpointAnchored(
            LogYearId logYearId,
            LocalDate day,
            String origin,
            long size,
            String root,
            String note,
            Actor by,
            Instant occurredAt)
            implements LogEvent {}
}
