package org.serviceledger.command.cases;

import java.time.Instant;
import org.serviceledger.api.CaseCommand;
import org.serviceledger.api.CaseRefusal;
import org.serviceledger.api.CaseRefusal.BeforeThePrevious;
import org.serviceledger.api.CaseRefusal.NoSuchCase;
import org.serviceledger.api.CaseRefusal.NotInThisStage;
import org.serviceledger.api.CaseRefusal.ReasonsMissing;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.command.cases.CaseState.Decided;
import org.serviceledger.command.cases.CaseState.Ended;
import org.serviceledger.command.cases.CaseState.InHand;
import org.serviceledger.command.cases.CaseState.NotApplied;
import org.serviceledger.command.cases.CaseState.Received;
import org.serviceledger.command.cases.CaseState.Running;

/** Which stage a command needs, and what it is told in any other. */
final class Stages {

    private Stages() {}

    static Running running(CaseState state, CaseCommand command) {
        return state instanceof Running running ? inOrder(running, running.last(), command) : refuse(state, command);
    }

    static Received received(CaseState state, CaseCommand command) {
        return state instanceof Received it ? inOrder(it, it.last(), command) : refuse(state, command);
    }

    static InHand inHand(CaseState state, CaseCommand command) {
        return state instanceof InHand it ? inOrder(it, it.last(), command) : refuse(state, command);
    }

    static Decided decided(CaseState state, CaseCommand command) {
        return state instanceof Decided it ? inOrder(it, it.last(), command) : refuse(state, command);
    }

    static Ended ended(CaseState state, CaseCommand command) {
        return state instanceof Ended it ? inOrder(it, it.last(), command) : refuse(state, command);
    }

    /** Says that this is not the stage for it, or that there is no such case. */
    static <T> T refuse(CaseState state, CaseCommand command) {
        throw new CommandRefused(
                state instanceof NotApplied ? new NoSuchCase(command.caseId()) : notNow(command, state.term()));
    }

    static NotInThisStage notNow(CaseCommand command, String stage) {
        return new NotInThisStage(command.caseId(), command.getClass().getSimpleName(), stage);
    }

    static void refuseIf(boolean broken, CaseRefusal refusal) {
        if (broken) {
            throw new CommandRefused(refusal);
        }
    }

    /** Reasons are owed to the applicant in words, not in blanks. */
    static void mustSayWhy(CaseCommand command, String reasons) {
        refuseIf(
                reasons.isBlank(),
                new ReasonsMissing(command.caseId(), command.getClass().getSimpleName()));
    }

    private static <S> S inOrder(S state, Instant last, CaseCommand command) {
        refuseIf(command.at().isBefore(last), new BeforeThePrevious(command.caseId(), command.at(), last));
        return state;
    }
}
