package org.serviceledger.command.evaluation;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
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
import org.serviceledger.command.calendar.CurrentCalendar;
import org.serviceledger.command.cases.ServiceRendered;
import org.serviceledger.command.cases.ServiceRendered.Rendering;
import org.serviceledger.command.evaluation.EvaluationState.NotInvited;
import org.serviceledger.command.stream.Decides;
import org.serviceledger.command.stream.Happenings;

/** Lets Axon drive the {@link EvaluationDecider}; it holds no rule. */
@Aggregate(type = "Evaluation")
final class ServiceEvaluation {

    private static final EvaluationFacts NO_FACTS =
            new EvaluationFacts(WorkingDayCalendar.empty(), new Rendering.NoSuchCase());

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable EvaluationId id;

    private EvaluationState state = new NotInvited();

    ServiceEvaluation() {}

    @Decides
    void handle(Invite command, ServiceRendered rendered, CurrentCalendar current) {
        decide(command, facts(command, rendered, current));
    }

    @Decides
    void handle(Rate command, ServiceRendered rendered, CurrentCalendar current) {
        decide(command, facts(command, rendered, current));
    }

    @Decides
    void handle(Contact command) {
        decide(command, NO_FACTS);
    }

    @Decides
    void handle(Rectify command) {
        decide(command, NO_FACTS);
    }

    @Decides
    void handle(CallBack command) {
        decide(command, NO_FACTS);
    }

    @Decides
    void handle(Appeal command) {
        decide(command, NO_FACTS);
    }

    @Decides
    void handle(DecideAppeal command) {
        decide(command, NO_FACTS);
    }

    @EventSourcingHandler
    void on(EvaluationEvent event) {
        id = event.evaluationId();
        state = state.evolve(event);
    }

    private static EvaluationFacts facts(EvaluationCommand command, ServiceRendered rendered, CurrentCalendar current) {
        return new EvaluationFacts(
                current.calendar(), rendered.of(command.evaluationId().rated()));
    }

    private void decide(EvaluationCommand command, EvaluationFacts facts) {
        Happenings.append(EvaluationDecider.decide(state, command, facts));
    }
}
