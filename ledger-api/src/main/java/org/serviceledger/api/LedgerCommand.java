package org.serviceledger.api;

import java.time.Instant;
import org.serviceledger.words.Message;

/**
 * A command to the ledger. It carries its own time and actor, because deciders do not read a clock. Each family of
 * commands is sealed; {@link Families} lists them all.
 */
public interface LedgerCommand {

    /** Returns the id of the stream that the command addresses. The stream need not exist yet. */
    String stream();

    Actor by();

    /** Returns when the act happened in the hall (发生时间). The ledger stores the time of recording separately. */
    Instant at();

    /**
     * Returns the display name of the command, the message {@code command.<simple name>}. Forms and refusals use it.
     */
    default Message label() {
        return label(getClass());
    }

    /** Returns the display name of a kind of command. */
    static Message label(Class<? extends LedgerCommand> command) {
        return Message.of("command." + command.getSimpleName());
    }
}
