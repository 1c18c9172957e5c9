package org.serviceledger.projection.act;

import static org.serviceledger.projection.act.ActDraft.joined;

import org.serviceledger.api.staffday.StaffDayEvent;
import org.serviceledger.api.windowday.WindowDayEvent;
import org.serviceledger.words.Language;

/** Fills in the acts of the events of a day in the hall, at a window or of a member of staff. */
final class DayActs {

    private final ActDraft draft;

    DayActs(ActDraft draft) {
        this.draft = draft;
    }

    void read(StaffDayEvent event) {
        draft.at(event.organization(), null);
        draft.concerned.add(event.staffDayId().staff().value());
        switch (event) {
            case StaffDayEvent.Rostered rostered -> draft.at(rostered.organization(), rostered.window());
            case StaffDayEvent.CheckedIn in -> {
                draft.step = in.shift();
                draft.minutes = in.lateMinutes();
                if (in.lateMinutes() > 0) {
                    draft.deviations.add(Deviation.LATE_CHECK_IN);
                }
            }
            case StaffDayEvent.CheckedOut out -> {
                draft.step = out.shift();
                draft.minutes = out.earlyMinutes();
                if (out.earlyMinutes() > 0) {
                    draft.deviations.add(Deviation.EARLY_LEAVE);
                }
            }
            case StaffDayEvent.LeaveGranted leave ->
                draft.text = joined(leave.kind().term(Language.CHINESE), leave.reason());
            case StaffDayEvent.HandedOver over -> {
                draft.concerned.add(over.from().person());
                draft.concerned.add(over.to().person());
                draft.text = over.from().name() + " → " + over.to().name();
            }
            case StaffDayEvent.AbsenceEstablished absence -> {
                draft.minutes = absence.minutes();
                draft.text = absence.note();
                draft.deviations.add(absence.covered() ? Deviation.ABSENT_COVERED : Deviation.ABSENT_UNCOVERED);
            }
            case StaffDayEvent.Inspected inspected -> {
                draft.text = inspected.note();
                if (!inspected.atPost()) {
                    draft.deviations.add(Deviation.NOT_AT_POST);
                }
                if (!inspected.uniform() || !inspected.badge()) {
                    draft.deviations.add(Deviation.DRESS_OR_BADGE);
                }
            }
        }
    }

    void read(WindowDayEvent event) {
        var at = event.windowDayId().window();
        draft.at(at.organization(), at);
        switch (event) {
            case WindowDayEvent.WindowPaused paused -> {
                draft.text = paused.reason();
                if (!paused.signShown()) {
                    draft.deviations.add(Deviation.PAUSED_WITHOUT_SIGN);
                }
            }
            case WindowDayEvent.ExtraHoursServed extra ->
                draft.text = extra.kind().term(Language.CHINESE);
            case WindowDayEvent.WindowOpened _, WindowDayEvent.WindowResumed _, WindowDayEvent.WindowClosed _ -> {}
        }
    }
}
