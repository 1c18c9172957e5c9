package org.serviceledger.command;

import static org.serviceledger.command.Examples.*;

import java.time.LocalDate;
import java.util.List;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.cases.CaseCommand.Accept;
import org.serviceledger.api.cases.CaseCommand.Apply;
import org.serviceledger.api.cases.CaseCommand.Receive;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.ItemCommand.Publish;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.organization.OrganizationCommand.Establish;
import org.serviceledger.api.organization.OrganizationCommand.SetServiceHours;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.staff.DutyRole;
import org.serviceledger.api.staff.StaffCommand.Assign;
import org.serviceledger.api.staff.StaffCommand.Register;
import org.serviceledger.api.window.WindowCommand.SetUpWindow;
import org.serviceledger.api.window.WindowKind;

/** The commands that open a hall with a window, two clerks and an item, and take a case there. */
final class OpenedHall {

    private OpenedHall() {}

    static List<LedgerCommand> commands() {
        var then = at("2024-01-02 08:00");
        return List.of(
                new Establish(COUNTY, "如东县政务服务管理办公室", OrganizationKind.COUNTY_OFFICE, null, null, null, ADMIN, then),
                new Establish(TOWN, "掘港街道为民服务中心", OrganizationKind.TOWN_CENTRE, COUNTY, null, null, ADMIN, then),
                new SetServiceHours(TOWN, List.of(MORNING, AFTERNOON), 5, ADMIN, then),
                new SetUpWindow(WINDOW, "民生综合窗口", WindowKind.LIVELIHOOD, ADMIN, then),
                new Register(LI, "李强", TOWN, "窗口岗", HANDLER.role(), null, ADMIN, then),
                new Register(WANG, "王芳", TOWN, "窗口岗", CLERK.role(), null, ADMIN, then),
                new Assign(WANG, WINDOW, DutyRole.A, LI, LocalDate.of(2024, 1, 2), ADMIN, then),
                new Publish(ITEM, instant(), ADMIN, then));
    }

    /** Applied for, received and accepted on 1 March 2024. */
    static List<LedgerCommand> anInstantCase(CaseId id) {
        return List.of(
                apply(id, ITEM),
                new Receive(id, "SJ-1", CLERK, at("2024-03-01 09:01")),
                new Accept(id, "SL-1", CLERK, at("2024-03-01 09:02")));
    }

    static Apply apply(CaseId id, ItemId item) {
        return new Apply(
                id,
                item,
                APPLICANT,
                Channel.WINDOW,
                TOWN,
                WINDOW,
                "低保申请",
                List.of("申请书"),
                false,
                false,
                "731905",
                CITIZEN,
                at("2024-03-01 09:00"));
    }
}
