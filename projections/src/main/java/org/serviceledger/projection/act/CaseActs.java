package org.serviceledger.projection.act;

import static org.serviceledger.projection.act.ActReading.joined;

import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.evaluation.EvaluationEvent;
import org.serviceledger.words.Language;

/** Fills in the acts of the events of cases and of their evaluations. */
final class CaseActs {

    private final ActReading reading;
    private final ActDocumentBuilder act;

    CaseActs(ActReading reading) {
        this.reading = reading;
        this.act = reading.act;
    }

    void read(CaseEvent event) {
        act.caseId(event.caseId());
        switch (event) {
            case CaseEvent.CaseApplied applied -> {
                reading.at(applied.organization(), applied.window());
                act.item(applied.item().itemId())
                        .itemName(applied.item().name())
                        .text(applied.title());
            }
            case CaseEvent.FirstAskedRecorded _ -> {}
            case CaseEvent.CaseReceived received -> {
                reading.within(received.acceptanceDue());
                act.text(received.receiptNumber());
            }
            case CaseEvent.CorrectedOnTheSpot corrected -> act.text(corrected.correction());
            case CaseEvent.SupplementRequested requested -> {
                reading.within(requested.due());
                act.text(joined(requested.noticeNumber(), String.join("、", requested.missing())));
            }
            case CaseEvent.CaseSupplemented supplemented -> act.text(String.join("、", supplemented.materials()));
            case CaseEvent.CaseAccepted accepted -> {
                reading.within(accepted.promised());
                act.text(accepted.documentNumber());
            }
            case CaseEvent.AcceptanceRefused refused -> act.text(joined(refused.documentNumber(), refused.reasons()));
            case CaseEvent.CaseDeemedAccepted deemed -> {
                reading.within(deemed.promised());
                reading.deviates(Deviation.NO_NOTICE_IN_TIME);
            }
            case CaseEvent.CaseRouted routed -> act.text(String.join("、", routed.departments()));
            case CaseEvent.StepStarted started -> {
                act.step(started.step());
                reading.within(started.due());
            }
            case CaseEvent.StepFinished finished -> read(finished);
            case CaseEvent.SpecialProcedureStarted started -> {
                act.step(started.procedure().term(Language.CHINESE));
                act.text(joined(started.noticeNumber(), started.reason()));
            }
            case CaseEvent.SpecialProcedureEnded ended -> {
                act.step(ended.procedure().term(Language.CHINESE));
                reading.within(ended.promised());
                act.text(ended.result());
            }
            case CaseEvent.CaseSuspended suspended -> act.text(suspended.reason());
            case CaseEvent.CaseResumed resumed -> reading.within(resumed.promised());
            case CaseEvent.CaseExtended extended -> {
                reading.within(extended.promised());
                act.text(extended.reason());
            }
            case CaseEvent.ObjectionRaised raised -> act.text(joined(raised.against(), raised.text()));
            case CaseEvent.CaseGranted granted -> {
                reading.concerns(granted.chain());
                act.text(joined(granted.documentNumber(), granted.opinion()));
            }
            case CaseEvent.CaseDenied denied -> {
                reading.concerns(denied.chain());
                act.text(joined(denied.documentNumber(), denied.reasons(), denied.remedies()));
            }
            case CaseEvent.CaseFinished finished -> read(finished);
            case CaseEvent.ResultIssued issued -> act.text(joined(issued.resultName(), issued.resultNumber()));
            case CaseEvent.CaseDelivered delivered -> act.text(delivered.method());
            case CaseEvent.CaseWithdrawn withdrawn -> act.text(withdrawn.reason());
            case CaseEvent.CaseTerminated terminated -> act.text(terminated.reason());
            case CaseEvent.CaseImported whole -> {
                reading.at(whole.organization(), null);
                act.imported(true).attributes(whole.attributes()).text(joined(whole.title(), whole.department()));
            }
            case CaseEvent.ImportedActRecorded told -> {
                reading.at(told.organization(), null);
                act.imported(true)
                        .step(told.activity())
                        .transition(told.transition())
                        .attributes(told.attributes());
            }
        }
    }

    private void read(CaseEvent.StepFinished finished) {
        reading.within(finished.due());
        act.step(finished.step())
                .outcome(finished.outcome())
                .used(finished.used())
                .text(finished.opinion());
        if (finished.late()) {
            reading.deviates(Deviation.LATE);
        }
        switch (finished.outcome()) {
            case RETURNED -> reading.deviates(Deviation.STEP_RETURNED);
            case PASSED, OTHER -> {}
        }
    }

    private void read(CaseEvent.CaseFinished finished) {
        act.used(finished.used())
                .overdueWorkingDays(finished.overdueWorkingDays())
                .text(joined(finished.result().term(Language.CHINESE), finished.lateReason()));
        switch (finished.timeliness()) {
            case LATE -> reading.deviates(Deviation.LATE);
            case EARLY, ON_TIME -> {}
        }
        if (finished.pastLegalLimit()) {
            reading.deviates(Deviation.PAST_LEGAL_LIMIT);
        }
    }

    void read(EvaluationEvent event) {
        act.caseId(event.caseId());
        switch (event) {
            case EvaluationEvent.EvaluationInvited invited -> {
                act.item(invited.itemId()).itemName(invited.itemName());
                reading.at(invited.organization(), invited.window());
                reading.concerns(invited.served().person());
            }
            case EvaluationEvent.ServiceRated rated -> {
                act.item(rated.itemId()).itemName(rated.itemName());
                reading.at(rated.organization(), rated.window());
                reading.concerns(rated.served().person());
                reading.within(rated.contactDue());
                act.text(joined(rated.level().term(Language.CHINESE), rated.text()));
                if (rated.level().isBad()) {
                    reading.deviates(Deviation.BAD_RATING);
                }
            }
            case EvaluationEvent.RaterContacted contacted -> {
                act.text(contacted.finding());
                if (contacted.late()) {
                    reading.deviates(Deviation.LATE_CONTACT);
                }
            }
            case EvaluationEvent.RatingRectified rectified -> act.text(rectified.measures());
            case EvaluationEvent.RaterCalledBack called -> {
                act.text(called.answer());
                if (!called.satisfied()) {
                    reading.deviates(Deviation.STILL_DISSATISFIED);
                }
            }
            case EvaluationEvent.RatingAppealed appealed -> act.text(appealed.grounds());
            case EvaluationEvent.RatingAppealDecided decided -> act.text(decided.reasons());
        }
    }
}
