package org.serviceledger.projection.windowday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.fixtures.Sample.*;
import static org.serviceledger.projection.SampleLedger.*;

import org.junit.jupiter.api.Test;
import org.serviceledger.api.windowday.ExtraService;
import org.serviceledger.api.windowday.WindowDayEvent.WindowClosed;
import org.serviceledger.api.windowday.WindowDayEvent.WindowOpened;
import org.serviceledger.api.windowday.WindowDayEvent.WindowPaused;
import org.serviceledger.api.windowday.WindowDayEvent.WindowResumed;
import org.serviceledger.fixtures.WindowDayEvents;

class WindowDayDocumentTest {

    private static final WindowDays WINDOW_DAYS = new WindowDays();
    private static final WindowOpened OPENED =
            WindowDayEvents.opened().at(at("08:30")).event();
    private static final WindowPaused PAUSED = WindowDayEvents.paused().event();
    private static final WindowResumed RESUMED = WindowDayEvents.resumed().event();
    private static final WindowClosed CLOSED =
            WindowDayEvents.closed().at(at("12:00")).event();

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
                WindowDayEvents.opened().at(at("13:30")).event(),
                WindowDayEvents.extraHoursServed()
                        .kind(ExtraService.LATE)
                        .by(CLERK)
                        .at(at("17:30"))
                        .event());

        assertThat(document.state()).isEqualTo(WindowActivity.OPEN);
        assertThat(document.openedAt()).isEqualTo(at("08:30"));
        assertThat(document.closedAt()).isNull();
        assertThat(document.extraServices()).containsExactly(ExtraService.LATE);
    }
}
