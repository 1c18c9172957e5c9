package org.serviceledger.projection.act;

import static org.serviceledger.projection.act.ActReading.joined;

import org.serviceledger.api.staffday.StaffDayEvent;
import org.serviceledger.api.windowday.WindowDayEvent;
import org.serviceledger.words.Language;

/** Fills in the acts of the events of a day in the hall, at a window or of a member of staff. */
final class DayActs {

    private final ActReading reading;
    private final ActDocumentBuilder act;

    DayActs(ActReading reading) {
        this.reading = reading;
        this.act = reading.act;
    }

    void read(StaffDayEvent event) {
        reading.at(event.organization(), null);
        reading.concerns(event.staffDayId().staff().value());
        switch (event) {
            case StaffDayEvent.Rostered rostered -> reading.at(rostered.organization(), rostered.window());
            case StaffDayEvent.CheckedIn in -> {
                act.step(in.shift());
                act.minutes(in.lateMinutes());
                if (in.lateMinutes() > 0) {
                    reading.deviates(Deviation.LATE_CHECK_IN);
                }
            }
            case StaffDayEvent.CheckedOut out -> {
                act.step(out.shift());
                act.minutes(out.earlyMinutes());
                if (out.earlyMinutes() > 0) {
                    reading.deviates(Deviation.EARLY_LEAVE);
                }
            }
            case StaffDayEvent.LeaveGranted leave ->
                act.text(joined(leave.kind().term(Language.CHINESE), leave.reason()));
            case StaffDayEvent.HandedOver over -> {
                reading.concerns(over.from().person());
                reading.concerns(over.to().person());
                act.text(over.from().name() + " → " + over.to().name());
            }
            case StaffDayEvent.AbsenceEstablished absence -> {
                act.minutes(absence.minutes());
                act.text(absence.note());
                reading.deviates(absence.covered() ? Deviation.ABSENT_COVERED : Deviation.ABSENT_UNCOVERED);
            }
            case StaffDayEvent.Inspected inspected -> {
                act.text(inspected.note());
                if (!inspected.atPost()) {
                    reading.deviates(Deviation.NOT_AT_POST);
                }
                if (!inspected.uniform() || !inspected.badge()) {
                    reading.deviates(Deviation.DRESS_OR_BADGE);
                }
            }
        }
    }

    void read(WindowDayEvent event) {
        var at = event.windowDayId().window();
        reading.at(at.organization(), at);
        switch (event) {
            case WindowDayEvent.WindowPaused paused -> {
                act.text(paused.reason());
                if (!paused.signShown()) {
                    reading.deviates(Deviation.PAUSED_WITHOUT_SIGN);
                }
            }
            case WindowDayEvent.ExtraHoursServed extra -> act.text(extra.kind().term(Language.CHINESE));
            case WindowDayEvent.WindowOpened _, WindowDayEvent.WindowResumed _, WindowDayEvent.WindowClosed _ -> {}
        }
    }
}
