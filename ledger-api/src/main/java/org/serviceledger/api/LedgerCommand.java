package org.serviceledger.api;

import java.time.Instant;
import org.serviceledger.words.Message;

/**
 * Everything that may be asked of the ledger. Times and persons come in with the command: deciders know no clock.
 * Each family is sealed; {@link Families} names them all.
 */
public interface LedgerCommand {

    /** The id of the stream it is about, whether or not that has begun. */
    String stream();

    Actor by();

    /** When it happened in the hall (发生时间); the ledger keeps its own time of recording beside it. */
    Instant at();

    /** What it is called, as forms offer it and refusals name it: the message {@code command.<its name>}. */
    default Message label() {
        return Message.of("command." + getClass().getSimpleName());
    }
}
