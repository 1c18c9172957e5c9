package org.serviceledger.projection.staffday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.fixtures.Sample.*;
import static org.serviceledger.projection.SampleLedger.*;

import org.junit.jupiter.api.Test;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.staff.DutyRole;
import org.serviceledger.api.staffday.StaffDayEvent;
import org.serviceledger.fixtures.StaffDayEvents;
import org.serviceledger.projection.SampleLedger;

class StaffDayDocumentTest {

    private static final StaffDays STAFF_DAYS = new StaffDays();

    @Test
    void sumsTheDayUp() {
        var document = folded(
                STAFF_DAYS,
                SampleLedger.everything().stream()
                        .filter(StaffDayEvent.class::isInstance)
                        .toArray(LedgerEvent[]::new));

        assertThat(document.rostered()).isTrue();
        assertThat(document.duty()).isEqualTo(DutyRole.A);
        assertThat(document.timesLate()).isEqualTo(1);
        assertThat(document.lateMinutes()).isEqualTo(7);
        assertThat(document.timesEarly()).isEqualTo(1);
        assertThat(document.earlyMinutes()).isEqualTo(3);
        assertThat(document.minutesServed()).isEqualTo(150);
        assertThat(document.coveredBy()).extracting(person -> person.name()).containsExactly("李明");
        assertThat(document.uncoveredMinutes()).isEqualTo(40);
        assertThat(document.inspectionsFailed()).isEqualTo(1);
        assertThat(document.attendance())
                .containsExactly(new StaffDayDocument.Attendance("上午", at("08:42"), 7, at("11:52"), 3, 150));
    }

    @Test
    void comingWithoutBeingOnTheRotaIsNoFault() {
        var document = folded(
                STAFF_DAYS,
                StaffDayEvents.checkedIn()
                        .lateMinutes(0)
                        .deviceTime(null)
                        .at(at("08:20"))
                        .event());

        assertThat(document.rostered()).isFalse();
        assertThat(document.checkedIn()).isTrue();
        assertThat(document.name()).isEqualTo("王小红");
        assertThat(document.staff()).isEqualTo(WANG);
    }
}
