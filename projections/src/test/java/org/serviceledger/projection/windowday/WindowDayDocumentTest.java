package org.serviceledger.projection.windowday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.projection.SampleLedger.*;

import org.junit.jupiter.api.Test;
import org.serviceledger.api.windowday.ExtraService;
import org.serviceledger.api.windowday.WindowDayEvent.ExtraHoursServed;
import org.serviceledger.api.windowday.WindowDayEvent.WindowClosed;
import org.serviceledger.api.windowday.WindowDayEvent.WindowOpened;
import org.serviceledger.api.windowday.WindowDayEvent.WindowPaused;
import org.serviceledger.api.windowday.WindowDayEvent.WindowResumed;

class WindowDayDocumentTest {

    private static final WindowDays WINDOW_DAYS = new WindowDays();
    private static final WindowOpened OPENED = new WindowOpened(WINDOW_DAY, CLERK, at("08:30"));
    private static final WindowPaused PAUSED = new WindowPaused(WINDOW_DAY, "取件", false, CLERK, at("09:30"));
    private static final WindowResumed RESUMED = new WindowResumed(WINDOW_DAY, B_FOR_A, at("09:45"));
    private static final WindowClosed CLOSED = new WindowClosed(WINDOW_DAY, B_FOR_A, at("12:00"));

    @Test
    void countsOpenAndPausedMinutes() {
        var document = folded(WINDOW_DAYS, OPENED, PAUSED, RESUMED, CLOSED);

        assertThat(document.state()).isEqualTo(WindowActivity.CLOSED);
        assertThat(document.openMinutes()).isEqualTo(60 + 135);
        assertThat(document.pausedMinutes()).isEqualTo(15);
        assertThat(document.pausesWithoutSign()).isEqualTo(1);
        assertThat(document.stretches()).hasSize(3).allMatch(stretch -> stretch.until() != null);
        assertThat(document.date()).isEqualTo(DAY);
    }

    @Test
    void isPausedSinceThePause() {
        var document = folded(WINDOW_DAYS, OPENED, PAUSED);

        assertThat(document.state()).isEqualTo(WindowActivity.PAUSED);
        assertThat(document.since()).isEqualTo(at("09:30"));
        assertThat(document.stretches().getLast().until()).isNull();
    }

    @Test
    void knowsWhoIsAtItNow() {
        assertThat(folded(WINDOW_DAYS, OPENED, PAUSED).person().name()).isEqualTo("王小红");
        assertThat(folded(WINDOW_DAYS, OPENED, PAUSED, RESUMED).person().name()).isEqualTo("李明");
    }

    @Test
    void mayOpenAgainAfterClosing() {
        var document = folded(
                WINDOW_DAYS,
                OPENED,
                CLOSED,
                new WindowOpened(WINDOW_DAY, CLERK, at("13:30")),
                new ExtraHoursServed(WINDOW_DAY, ExtraService.LATE, CLERK, at("17:30")));

        assertThat(document.state()).isEqualTo(WindowActivity.OPEN);
        assertThat(document.openedAt()).isEqualTo(at("08:30"));
        assertThat(document.closedAt()).isNull();
        assertThat(document.extraServices()).containsExactly(ExtraService.LATE);
    }
}
