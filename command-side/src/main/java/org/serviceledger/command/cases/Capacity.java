package org.serviceledger.command.cases;

import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.act.AccessRefused;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.words.Message;

/** Determines in which capacity a person works on a step. */
final class Capacity {

    private Capacity() {}

    /**
     * Returns the actor in the capacity of the step's kind.
     *
     * @throws AccessRefused if the user is a window clerk and the step is not for handling: reviewing and approving
     *     need a role appointed for it
     */
    static Actor of(SignedIn user, StepKind kind, Actor by) {
        if (kind != StepKind.HANDLE && !user.judges()) {
            throw new AccessRefused("access/role", Message.of("problem.access/role.step", "kind", kind));
        }
        return by.as(
                switch (kind) {
                    case HANDLE -> ActorRole.HANDLER;
                    case REVIEW -> ActorRole.REVIEWER;
                    case APPROVE -> ActorRole.APPROVER;
                });
    }
}
