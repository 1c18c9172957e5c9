package org.serviceledger.command.web;

import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.act.ActField;
import org.serviceledger.api.act.DeclaredAct;

/**
 * A request for an act. All its values are valid.
 *
 * @param values the command's components in order; those of the actor and the time are null
 */
record Asked(
        DeclaredAct act,
        List<@Nullable Object> values,
        @Nullable By by,
        @Nullable Instant at) implements Envelope {

    LedgerCommand command(Actor actor, Instant time) {
        var components = act.command().getRecordComponents();
        var all = values.toArray();
        for (var i = 0; i < all.length; i++) {
            if (components[i].getName().equals("by")) {
                all[i] = act.as().map(actor::as).orElse(actor);
            } else if (components[i].getName().equals("at")) {
                all[i] = time;
            }
        }
        try {
            return (LedgerCommand) ActField.canonical(act.command()).newInstance(all);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("cannot make " + act.command(), e);
        }
    }
}
