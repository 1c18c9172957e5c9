package org.serviceledger.api.log;

import java.time.Instant;
import java.time.LocalDate;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;

/** Commands on a year of the transparency log (透明日志). */
public sealed interface LogCommand extends LedgerCommand {

    LogYearId logYearId();

    @Override
    default String stream() {
        return logYearId().value();
    }

    /** Records that a new signing key is in force. */
    record RecordKeyRotation(
            LogYearId logYearId, String before, String next, long fromSize, String statement, Actor by, Instant at)
            implements LogCommand {}

    /** Records the checkpoint of a day. */
    record AnchorCheckpoint(
            LogYearId logYearId,
            LocalDate day,
            String origin,
            long size,
            String root,
            String note,
            Actor by,
            Instant at)
            implements LogCommand {}
}
