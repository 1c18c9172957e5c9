package org.serviceledger.command.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.evaluation.EvaluationCommand;
import org.serviceledger.api.evaluation.EvaluationCommand.Appeal;
import org.serviceledger.api.evaluation.EvaluationCommand.CallBack;
import org.serviceledger.api.evaluation.EvaluationCommand.Contact;
import org.serviceledger.api.evaluation.EvaluationCommand.DecideAppeal;
import org.serviceledger.api.evaluation.EvaluationCommand.Invite;
import org.serviceledger.api.evaluation.EvaluationCommand.Rate;
import org.serviceledger.api.evaluation.EvaluationCommand.Rectify;
import org.serviceledger.api.evaluation.EvaluationEvent;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.command.access.Scopes;
import org.serviceledger.command.calendar.CurrentCalendar;
import org.serviceledger.command.cases.ServiceRendered;
import org.serviceledger.command.cases.ServiceRendered.Rendering;
import org.serviceledger.command.stream.FamilyShell;
import org.springframework.stereotype.Component;

/** Runs evaluations (好差评) and loads the service given and the calendar. */
@Component
final class EvaluationShell extends FamilyShell<EvaluationState, EvaluationCommand, EvaluationEvent> {

    private static final EvaluationFacts NO_FACTS =
            new EvaluationFacts(WorkingDayCalendar.empty(), new Rendering.NoSuchCase());

    private final ServiceRendered rendered;
    private final CurrentCalendar current;

    EvaluationShell(ServiceRendered rendered, CurrentCalendar current) {
        super(
                "Evaluation",
                EvaluationCommand.class,
                EvaluationEvent.class,
                new EvaluationState.NotInvited(),
                EvaluationState::evolve);
        this.rendered = rendered;
        this.current = current;
    }

    @Override
    public List<EvaluationEvent> decide(EvaluationState state, EvaluationCommand command) {
        return EvaluationDecider.decide(state, command, facts(command));
    }

    @Override
    public void mustReach(SignedIn user, EvaluationState state, String stream) {
        Scopes.mustReach(user, rendered.organization(new EvaluationId(stream).rated()));
    }

    @Override
    public Set<Class<? extends EvaluationCommand>> legal(EvaluationState state, Instant now) {
        return EvaluationDecider.legal(state);
    }

    private EvaluationFacts facts(EvaluationCommand command) {
        return switch (command) {
            case Invite _, Rate _ ->
                new EvaluationFacts(
                        current.calendar(), rendered.of(command.evaluationId().rated()));
            case Contact _, Rectify _, CallBack _, Appeal _, DecideAppeal _ -> NO_FACTS;
        };
    }
}
