package org.serviceledger.command.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.act.DeclaredAct;

/**
 * A request for an act. All its values are valid.
 *
 * @param values the components of the command, still without the actor and the time
 */
record Asked(
        DeclaredAct act,
        Components values,
        @Nullable By by,
        @Nullable Instant at) implements Envelope {

    LedgerCommand command(Actor actor, Instant time) {
        values.set("by", act.as().map(actor::as).orElse(actor));
        values.set("at", time);
        return act.command().cast(values.made());
    }
}
