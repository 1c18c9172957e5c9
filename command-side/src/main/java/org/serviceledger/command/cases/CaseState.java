package org.serviceledger.command.cases;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.serviceledger.api.Actor;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseEvent.AcceptanceRefused;
import org.serviceledger.api.cases.CaseEvent.CaseAccepted;
import org.serviceledger.api.cases.CaseEvent.CaseApplied;
import org.serviceledger.api.cases.CaseEvent.CaseDeemedAccepted;
import org.serviceledger.api.cases.CaseEvent.CaseDelivered;
import org.serviceledger.api.cases.CaseEvent.CaseDenied;
import org.serviceledger.api.cases.CaseEvent.CaseExtended;
import org.serviceledger.api.cases.CaseEvent.CaseFinished;
import org.serviceledger.api.cases.CaseEvent.CaseGranted;
import org.serviceledger.api.cases.CaseEvent.CaseImported;
import org.serviceledger.api.cases.CaseEvent.CaseReceived;
import org.serviceledger.api.cases.CaseEvent.CaseResumed;
import org.serviceledger.api.cases.CaseEvent.CaseRouted;
import org.serviceledger.api.cases.CaseEvent.CaseSupplemented;
import org.serviceledger.api.cases.CaseEvent.CaseSuspended;
import org.serviceledger.api.cases.CaseEvent.CaseTerminated;
import org.serviceledger.api.cases.CaseEvent.CaseWithdrawn;
import org.serviceledger.api.cases.CaseEvent.CorrectedOnTheSpot;
import org.serviceledger.api.cases.CaseEvent.FirstAskedRecorded;
import org.serviceledger.api.cases.CaseEvent.ImportedActRecorded;
import org.serviceledger.api.cases.CaseEvent.ObjectionRaised;
import org.serviceledger.api.cases.CaseEvent.ResultIssued;
import org.serviceledger.api.cases.CaseEvent.SpecialProcedureEnded;
import org.serviceledger.api.cases.CaseEvent.SpecialProcedureStarted;
import org.serviceledger.api.cases.CaseEvent.StepFinished;
import org.serviceledger.api.cases.CaseEvent.StepStarted;
import org.serviceledger.api.cases.CaseEvent.SupplementRequested;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.CaseRefusal;
import org.serviceledger.api.cases.CaseRefusal.Stage;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.imports.Attribute;
import org.serviceledger.api.imports.Provenance;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.command.cases.Clock.Stop;
import org.serviceledger.command.cases.Work.OpenStep;

/** The part of a case's history that the rules need, with one type for each stage. */
sealed interface CaseState {

    record NotApplied() implements CaseState {}

    /** A case that exists. */
    sealed interface Begun extends CaseState {

        /** Returns the stage as refusals name it. */
        default Stage stage() {
            return switch (this) {
                case Applied _ -> Stage.APPLIED;
                case Received received -> received.notice() == Notice.OPEN ? Stage.SUPPLEMENTING : Stage.RECEIVED;
                case InHand inHand -> inHand.work().isRouted() ? Stage.IN_PROGRESS : Stage.ACCEPTED;
                case Decided _ -> Stage.DECIDED;
                case Ended ended ->
                    switch (ended.result()) {
                        case GRANTED -> Stage.GRANTED;
                        case DENIED -> Stage.DENIED;
                        case NOT_ACCEPTED -> Stage.NOT_ACCEPTED;
                        case WITHDRAWN -> Stage.WITHDRAWN;
                        case TERMINATED -> Stage.TERMINATED;
                    };
                case Imported _ -> Stage.IMPORTED;
            };
        }
    }

    /** A case that has not ended. {@code last} is the time of the last event. */
    sealed interface Running extends Begun {

        Matter matter();

        Instant last();

        Running at(Instant last);
    }

    record Applied(Matter matter, Instant last) implements Running {

        @Override
        public Applied at(Instant now) {
            return new Applied(matter, now);
        }
    }

    record Received(Matter matter, Instant receivedAt, Deadline acceptanceDue, Notice notice, Instant last)
            implements Running {

        @Override
        public Received at(Instant now) {
            return new Received(matter, receivedAt, acceptanceDue, notice, now);
        }

        Received with(Notice other, Instant now) {
            return new Received(matter, receivedAt, acceptanceDue, other, now);
        }
    }

    /** State of the one notice of what is missing (一次性告知). */
    enum Notice {
        NONE,
        OPEN,
        ANSWERED
    }

    record InHand(Matter matter, Clock clock, Work work, boolean deemed, Instant last) implements Running {

        @Override
        public InHand at(Instant now) {
            return new InHand(matter, clock, work, deemed, now);
        }

        InHand with(Clock other, Instant now) {
            return new InHand(matter, other, work, deemed, now);
        }

        InHand with(Work other, Instant now) {
            return new InHand(matter, clock, other, deemed, now);
        }
    }

    record Decided(Matter matter, Clock clock, CaseResult result, Instant last) implements Running {

        @Override
        public Decided at(Instant now) {
            return new Decided(matter, clock, result, now);
        }
    }

    /**
     * The case has ended. Its result can still be issued and delivered.
     *
     * @param endedBy the actor who ended the case
     */
    record Ended(
            Matter matter,
            CaseResult result,
            Actor endedBy,
            Instant endedAt,
            boolean issued,
            boolean delivered,
            Instant last)
            implements Begun {

        static Ended after(Running running, CaseResult result, CaseEvent end) {
            return new Ended(running.matter(), result, end.by(), end.occurredAt(), false, false, end.occurredAt());
        }

        private Ended with(boolean nowIssued, boolean nowDelivered, Instant now) {
            return new Ended(matter, result, endedBy, endedAt, nowIssued, nowDelivered, now);
        }
    }

    /** Imported from a file that records its whole course. Only further imported acts can follow. */
    record Imported(
            Provenance provenance,
            String title,
            OrganizationId organization,
            List<Attribute> attributes,
            Map<Integer, Act> acts)
            implements Begun {

        /** The properties by which two records of one act are recognised as the same. */
        record Act(String activity, String person, Instant occurredAt) {}

        public Imported {
            attributes = List.copyOf(attributes);
            acts = Map.copyOf(acts);
        }

        private Imported with(ImportedActRecorded e) {
            var more = new HashMap<>(acts);
            more.put(e.ordinal(), new Act(e.activity(), e.by().person(), e.occurredAt()));
            return new Imported(provenance, title, organization, attributes, more);
        }
    }

    /**
     * Returns the organisation of a case in this state.
     *
     * @throws CommandRefused if there is no such case
     */
    static OrganizationId organization(CaseState state, CaseId id) {
        return switch (state) {
            case NotApplied _ -> throw new CommandRefused(new CaseRefusal.NoSuchCase(id));
            case Running running -> running.matter().organization();
            case Ended ended -> ended.matter().organization();
            case Imported imported -> imported.organization();
        };
    }

    /**
     * Returns the state after the event.
     *
     * @throws IllegalStateException if the event cannot follow this state, which means a corrupt stream
     */
    default CaseState evolve(CaseEvent event) {
        var now = event.occurredAt();
        return switch (event) {
            case CaseApplied e
            when this instanceof NotApplied ->
                new Applied(new Matter(e.item(), e.organization(), e.window(), e.applicant()), now);
            case CaseImported e
            when this instanceof NotApplied ->
                new Imported(e.provenance(), e.title(), e.organization(), e.attributes(), Map.of());
            case ImportedActRecorded e
            when this instanceof Imported imported && !imported.acts().containsKey(e.ordinal()) -> imported.with(e);
            case FirstAskedRecorded _, ObjectionRaised _ when this instanceof Running running -> running.at(now);
            case CorrectedOnTheSpot _ when this instanceof Applied applied -> applied.at(now);
            case CorrectedOnTheSpot _ when this instanceof Received received -> received.at(now);
            case CaseReceived e
            when this instanceof Applied applied ->
                new Received(applied.matter(), now, e.acceptanceDue(), Notice.NONE, now);
            case SupplementRequested _
            when this instanceof Received received && received.notice() == Notice.NONE ->
                received.with(Notice.OPEN, now);
            case CaseSupplemented _
            when this instanceof Received received && received.notice() == Notice.OPEN ->
                received.with(Notice.ANSWERED, now);
            case CaseAccepted e
            when this instanceof Received received ->
                new InHand(received.matter(), Clock.started(now, e.promised(), e.legal()), Work.NONE, false, now);
            case CaseDeemedAccepted e
            when this instanceof Received received ->
                new InHand(received.matter(), Clock.started(e.since(), e.promised(), e.legal()), Work.NONE, true, now);
            case AcceptanceRefused e
            when this instanceof Applied || this instanceof Received ->
                Ended.after((Running) this, CaseResult.NOT_ACCEPTED, e);
            case CaseRouted e
            when this instanceof InHand inHand -> inHand.with(inHand.work().routed(e), now);
            case StepStarted e
            when this instanceof InHand inHand && !inHand.work().open().containsKey(e.step()) ->
                inHand.with(
                        inHand.work()
                                .started(
                                        e.step(),
                                        new OpenStep(
                                                e.kind(),
                                                now,
                                                e.due(),
                                                inHand.clock().deducted())),
                        now);
            case StepFinished e
            when this instanceof InHand inHand && inHand.work().open().containsKey(e.step()) ->
                inHand.with(inHand.work().finished(e), now);
            case SpecialProcedureStarted e
            when this instanceof InHand inHand && inHand.clock().stop() == null ->
                inHand.with(
                        inHand.clock().stoppedBy(new Stop.Special(e.procedure(), e.approvedWorkingDays(), now)), now);
            case CaseSuspended _
            when this instanceof InHand inHand && inHand.clock().stop() == null ->
                inHand.with(inHand.clock().stoppedBy(new Stop.Suspension(now)), now);
            case SpecialProcedureEnded e
            when this instanceof InHand inHand && inHand.clock().stop() instanceof Stop.Special ->
                inHand.with(inHand.clock().resumed(e.deductedWorkingDays(), e.promised(), e.legal()), now);
            case CaseResumed e
            when this instanceof InHand inHand && inHand.clock().stop() instanceof Stop.Suspension ->
                inHand.with(inHand.clock().resumed(e.deductedWorkingDays(), e.promised(), e.legal()), now);
            case CaseExtended e
            when this instanceof InHand inHand && !inHand.clock().extended() ->
                inHand.with(inHand.clock().extendedTo(e.promised(), e.legal()), now);
            case CaseGranted _
            when this instanceof InHand inHand -> new Decided(inHand.matter(), inHand.clock(), CaseResult.GRANTED, now);
            case CaseDenied _
            when this instanceof InHand inHand -> new Decided(inHand.matter(), inHand.clock(), CaseResult.DENIED, now);
            case CaseFinished e when this instanceof Decided decided -> Ended.after(decided, e.result(), e);
            case CaseWithdrawn e
            when this instanceof Running running && !(this instanceof Decided) ->
                Ended.after(running, CaseResult.WITHDRAWN, e);
            case CaseTerminated e
            when this instanceof Running running -> Ended.after(running, CaseResult.TERMINATED, e);
            case ResultIssued _
            when this instanceof Ended ended && !ended.issued() -> ended.with(true, ended.delivered(), now);
            case CaseDelivered _
            when this instanceof Ended ended && !ended.delivered() -> ended.with(ended.issued(), true, now);
            case CaseApplied _,
                    CaseImported _,
                    ImportedActRecorded _,
                    FirstAskedRecorded _,
                    ObjectionRaised _,
                    CorrectedOnTheSpot _,
                    CaseReceived _,
                    SupplementRequested _,
                    CaseSupplemented _,
                    CaseAccepted _,
                    CaseDeemedAccepted _,
                    AcceptanceRefused _,
                    CaseRouted _,
                    StepStarted _,
                    StepFinished _,
                    SpecialProcedureStarted _,
                    CaseSuspended _,
                    SpecialProcedureEnded _,
                    CaseResumed _,
                    CaseExtended _,
                    CaseGranted _,
                    CaseDenied _,
                    CaseFinished _,
                    CaseWithdrawn _,
                    CaseTerminated _,
                    ResultIssued _,
                    CaseDelivered _ -> throw new IllegalStateException("%s cannot follow %s".formatted(event, this));
        };
    }
}
