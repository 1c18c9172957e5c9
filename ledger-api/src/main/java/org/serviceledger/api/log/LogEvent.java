package org.serviceledger.api.log;

import java.time.Instant;
import java.time.LocalDate;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.WireName;

/** Everything that can have happened to the transparency log (透明日志) itself. */
public sealed interface LogEvent extends LedgerEvent {

    LogYearId logYearId();

    @Override
    default String stream() {
        return logYearId().value();
    }

    /**
     * The log is signed with another key from now on (密钥轮换).
     *
     * @param before verifier key of the one before
     * @param next verifier key of the new one
     * @param fromSize the smallest checkpoint that has to be signed with it
     * @param statement the signed note that says so: signed by the key before, unless that was lost, and by the new one
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
     * A checkpoint was recorded in the ledger itself (检查点入账): whoever holds a later one holds this one too.
     *
     * @param day the day it stands for, in China
     * @param origin the name of the log
     * @param size how many events it covers
     * @param root over them, in base64
     * @param note the checkpoint as it was signed
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
