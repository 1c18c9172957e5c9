package org.serviceledger.projection.act;

import static org.serviceledger.projection.act.ActDraft.joined;

import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.evaluation.EvaluationEvent;
import org.serviceledger.words.Language;

/** Fills in the acts of the events of cases and of their evaluations. */
final class CaseActs {

    private final ActDraft draft;

    CaseActs(ActDraft draft) {
        this.draft = draft;
    }

    void read(CaseEvent event) {
        draft.caseId = event.caseId();
        switch (event) {
            case CaseEvent.CaseApplied applied -> {
                draft.item = applied.item().itemId();
                draft.itemName = applied.item().name();
                draft.at(applied.organization(), applied.window());
                draft.text = applied.title();
            }
            case CaseEvent.FirstAskedRecorded _ -> {}
            case CaseEvent.CaseReceived received -> {
                draft.allowed = received.acceptanceDue();
                draft.text = received.receiptNumber();
            }
            case CaseEvent.CorrectedOnTheSpot corrected -> draft.text = corrected.correction();
            case CaseEvent.SupplementRequested requested -> {
                draft.allowed = requested.due();
                draft.text = joined(requested.noticeNumber(), String.join("、", requested.missing()));
            }
            case CaseEvent.CaseSupplemented supplemented -> draft.text = String.join("、", supplemented.materials());
            case CaseEvent.CaseAccepted accepted -> {
                draft.allowed = accepted.promised();
                draft.text = accepted.documentNumber();
            }
            case CaseEvent.AcceptanceRefused refused ->
                draft.text = joined(refused.documentNumber(), refused.reasons());
            case CaseEvent.CaseDeemedAccepted deemed -> {
                draft.allowed = deemed.promised();
                draft.deviations.add(Deviation.NO_NOTICE_IN_TIME);
            }
            case CaseEvent.CaseRouted routed -> draft.text = String.join("、", routed.departments());
            case CaseEvent.StepStarted started -> {
                draft.step = started.step();
                draft.allowed = started.due();
            }
            case CaseEvent.StepFinished finished -> read(finished);
            case CaseEvent.SpecialProcedureStarted started -> {
                draft.step = started.procedure().term(Language.CHINESE);
                draft.text = joined(started.noticeNumber(), started.reason());
            }
            case CaseEvent.SpecialProcedureEnded ended -> {
                draft.step = ended.procedure().term(Language.CHINESE);
                draft.allowed = ended.promised();
                draft.text = ended.result();
            }
            case CaseEvent.CaseSuspended suspended -> draft.text = suspended.reason();
            case CaseEvent.CaseResumed resumed -> draft.allowed = resumed.promised();
            case CaseEvent.CaseExtended extended -> {
                draft.allowed = extended.promised();
                draft.text = extended.reason();
            }
            case CaseEvent.ObjectionRaised raised -> draft.text = joined(raised.against(), raised.text());
            case CaseEvent.CaseGranted granted -> {
                draft.concerns(granted.chain());
                draft.text = joined(granted.documentNumber(), granted.opinion());
            }
            case CaseEvent.CaseDenied denied -> {
                draft.concerns(denied.chain());
                draft.text = joined(denied.documentNumber(), denied.reasons(), denied.remedies());
            }
            case CaseEvent.CaseFinished finished -> read(finished);
            case CaseEvent.ResultIssued issued -> draft.text = joined(issued.resultName(), issued.resultNumber());
            case CaseEvent.CaseDelivered delivered -> draft.text = delivered.method();
            case CaseEvent.CaseWithdrawn withdrawn -> draft.text = withdrawn.reason();
            case CaseEvent.CaseTerminated terminated -> draft.text = terminated.reason();
            case CaseEvent.CaseImported whole -> {
                draft.at(whole.organization(), null);
                draft.imported = true;
                draft.attributes = whole.attributes();
                draft.text = joined(whole.title(), whole.department());
            }
            case CaseEvent.ImportedActRecorded act -> {
                draft.at(act.organization(), null);
                draft.imported = true;
                draft.step = act.activity();
                draft.transition = act.transition();
                draft.attributes = act.attributes();
            }
        }
    }

    private void read(CaseEvent.StepFinished finished) {
        draft.step = finished.step();
        draft.outcome = finished.outcome();
        draft.allowed = finished.due();
        draft.used = finished.used();
        draft.text = finished.opinion();
        if (finished.late()) {
            draft.deviations.add(Deviation.LATE);
        }
        switch (finished.outcome()) {
            case RETURNED -> draft.deviations.add(Deviation.STEP_RETURNED);
            case PASSED, OTHER -> {}
        }
    }

    private void read(CaseEvent.CaseFinished finished) {
        draft.used = finished.used();
        draft.overdueWorkingDays = finished.overdueWorkingDays();
        draft.text = joined(finished.result().term(Language.CHINESE), finished.lateReason());
        switch (finished.timeliness()) {
            case LATE -> draft.deviations.add(Deviation.LATE);
            case EARLY, ON_TIME -> {}
        }
        if (finished.pastLegalLimit()) {
            draft.deviations.add(Deviation.PAST_LEGAL_LIMIT);
        }
    }

    void read(EvaluationEvent event) {
        draft.caseId = event.caseId();
        switch (event) {
            case EvaluationEvent.EvaluationInvited invited -> {
                draft.item = invited.itemId();
                draft.itemName = invited.itemName();
                draft.at(invited.organization(), invited.window());
                draft.concerned.add(invited.served().person());
            }
            case EvaluationEvent.ServiceRated rated -> {
                draft.item = rated.itemId();
                draft.itemName = rated.itemName();
                draft.at(rated.organization(), rated.window());
                draft.concerned.add(rated.served().person());
                draft.allowed = rated.contactDue();
                draft.text = joined(rated.level().term(Language.CHINESE), rated.text());
                if (rated.level().isBad()) {
                    draft.deviations.add(Deviation.BAD_RATING);
                }
            }
            case EvaluationEvent.RaterContacted contacted -> {
                draft.text = contacted.finding();
                if (contacted.late()) {
                    draft.deviations.add(Deviation.LATE_CONTACT);
                }
            }
            case EvaluationEvent.RatingRectified rectified -> draft.text = rectified.measures();
            case EvaluationEvent.RaterCalledBack called -> {
                draft.text = called.answer();
                if (!called.satisfied()) {
                    draft.deviations.add(Deviation.STILL_DISSATISFIED);
                }
            }
            case EvaluationEvent.RatingAppealed appealed -> draft.text = appealed.grounds();
            case EvaluationEvent.RatingAppealDecided decided -> draft.text = decided.reasons();
        }
    }
}
