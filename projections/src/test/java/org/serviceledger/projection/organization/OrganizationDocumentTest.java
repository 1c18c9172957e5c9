package org.serviceledger.projection.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.serviceledger.fixtures.Sample.*;
import static org.serviceledger.projection.SampleLedger.*;

import org.junit.jupiter.api.Test;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.organization.OrganizationEvent;
import org.serviceledger.api.staff.StaffEvent;
import org.serviceledger.api.window.WindowEvent;
import org.serviceledger.api.window.WindowKind;
import org.serviceledger.fixtures.WindowEvents;
import org.serviceledger.projection.SampleLedger;

class OrganizationDocumentTest {

    private static final Organizations ORGANIZATIONS = new Organizations();

    @Test
    void gathersItsHallHoursLeadersWindowsAndStaff() {
        var document = folded(
                ORGANIZATIONS,
                SampleLedger.everything().stream()
                        .filter(event -> event instanceof OrganizationEvent
                                || event instanceof WindowEvent
                                || event instanceof StaffEvent)
                        .toArray(LedgerEvent[]::new));

        assertThat(document.name()).isEqualTo("栟茶镇为民服务中心");
        assertThat(document.path()).containsExactly("320623", "320623100");
        assertThat(document.shifts()).hasSize(1);
        assertThat(document.leaders())
                .extracting(leader -> leader.person().name())
                .containsExactly("陈主任");
        assertThat(document.windows())
                .extracting(OrganizationDocument.Window::name, OrganizationDocument.Window::retired)
                .containsExactly(tuple("3号窗口", false), tuple("4号窗口", true));
        assertThat(document.staff())
                .extracting(OrganizationDocument.Staff::name, OrganizationDocument.Staff::window)
                .containsExactly(tuple("王小红", WINDOW), tuple("赵四", null));
    }

    @Test
    void aWindowSetUpBeforeTheOrganisationWaitsUnderItsCode() {
        var document = folded(
                ORGANIZATIONS, WindowEvents.setUp().kind(WindowKind.ADVICE).event());

        assertThat(document.name()).isEqualTo("320623100");
        assertThat(document.windows()).hasSize(1);
    }
}
