package org.serviceledger.command.cases;

import java.time.Instant;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.cases.CaseCommand;
import org.serviceledger.api.cases.CaseRefusal;
import org.serviceledger.api.cases.CaseRefusal.BeforeThePrevious;
import org.serviceledger.api.cases.CaseRefusal.NoSuchCase;
import org.serviceledger.api.cases.CaseRefusal.NotInThisStage;
import org.serviceledger.api.cases.CaseRefusal.ReasonsMissing;
import org.serviceledger.api.cases.CaseRefusal.Stage;
import org.serviceledger.command.cases.CaseState.Begun;
import org.serviceledger.command.cases.CaseState.Decided;
import org.serviceledger.command.cases.CaseState.Ended;
import org.serviceledger.command.cases.CaseState.InHand;
import org.serviceledger.command.cases.CaseState.NotApplied;
import org.serviceledger.command.cases.CaseState.Received;
import org.serviceledger.command.cases.CaseState.Running;

/** Checks the stage that a command needs and refuses it in any other stage. */
final class Stages {

    private Stages() {}

    static Running running(CaseState state, CaseCommand command) {
        if (state instanceof Running running) {
            return inOrder(running, running.last(), command);
        }
        throw wrongStage(state, command);
    }

    static Received received(CaseState state, CaseCommand command) {
        if (state instanceof Received it) {
            return inOrder(it, it.last(), command);
        }
        throw wrongStage(state, command);
    }

    static InHand inHand(CaseState state, CaseCommand command) {
        if (state instanceof InHand it) {
            return inOrder(it, it.last(), command);
        }
        throw wrongStage(state, command);
    }

    static Decided decided(CaseState state, CaseCommand command) {
        if (state instanceof Decided it) {
            return inOrder(it, it.last(), command);
        }
        throw wrongStage(state, command);
    }

    static Ended ended(CaseState state, CaseCommand command) {
        if (state instanceof Ended it) {
            return inOrder(it, it.last(), command);
        }
        throw wrongStage(state, command);
    }

    /** Returns a refusal: the case is in the wrong stage, or there is no such case. */
    static CommandRefused wrongStage(CaseState state, CaseCommand command) {
        return new CommandRefused(
                switch (state) {
                    case NotApplied _ -> new NoSuchCase(command.caseId());
                    case Begun begun -> notNow(command, begun.stage());
                });
    }

    static NotInThisStage notNow(CaseCommand command, Stage stage) {
        return new NotInThisStage(command.caseId(), command.label(), stage);
    }

    static void refuseIf(boolean broken, CaseRefusal refusal) {
        if (broken) {
            throw new CommandRefused(refusal);
        }
    }

    /** The applicant is owed reasons in words, so blank reasons are refused. */
    static void mustSayWhy(CaseCommand command, String reasons) {
        refuseIf(reasons.isBlank(), new ReasonsMissing(command.caseId(), command.label()));
    }

    private static <S> S inOrder(S state, Instant last, CaseCommand command) {
        refuseIf(command.at().isBefore(last), new BeforeThePrevious(command.caseId(), command.at(), last));
        return state;
    }
}
