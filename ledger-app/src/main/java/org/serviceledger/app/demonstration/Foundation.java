package org.serviceledger.app.demonstration;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.item.ItemCommand.Publish;
import org.serviceledger.api.organization.LeaderPost;
import org.serviceledger.api.organization.OrganizationCommand.AppointLeader;
import org.serviceledger.api.organization.OrganizationCommand.Establish;
import org.serviceledger.api.organization.OrganizationCommand.SetServiceHours;
import org.serviceledger.api.organization.OrganizationCommand.SurveyHall;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.api.staff.DutyRole;
import org.serviceledger.api.staff.StaffCommand.Assign;
import org.serviceledger.api.staff.StaffCommand.Register;
import org.serviceledger.api.window.WindowCommand.SetUpWindow;

/** Commands before the first day: organisations with their leaders and hours, items, windows, staff and postings. */
record Foundation(long seed, County county, List<Item> items, DemonstratedDays period) {

    private static final List<Shift> SHIFTS = List.of(DemonstratedDays.MORNING, DemonstratedDays.AFTERNOON);
    private static final List<String> ZONES = List.of("导办咨询区", "等候休息区", "自助服务区", "窗口办理区", "投诉受理区");
    private static final List<String> EQUIPMENT = List.of("叫号机", "评价器", "自助终端", "高拍仪", "监控", "无障碍设施");

    private static final Actor ADMINISTRATOR =
            new Actor("admin", "系统管理员", ActorRole.ADMINISTRATOR, null, null, null, null, null);

    /**
     * One list per step, in order. A step contains independent lists, each for one stream or a group of related
     * streams.
     */
    List<List<List<LedgerCommand>>> steps() {
        var towns = county.halls().stream().filter(hall -> !hall.isVillage()).toList();
        var villages = county.halls().stream().filter(StaffedHall::isVillage).toList();
        return List.of(
                towns.stream().map(this::establish).toList(),
                villages.stream().map(this::establish).toList(),
                items.stream().map(this::publish).toList(),
                county.halls().stream().map(this::windows).toList(),
                county.everybody().map(this::register).toList(),
                county.halls().stream().map(this::postings).toList());
    }

    private List<LedgerCommand> establish(StaffedHall hall) {
        var at = at(9);
        var id = hall.id();
        var commands = new ArrayList<LedgerCommand>();
        commands.add(new Establish(
                id,
                hall.name(),
                hall.kind(),
                hall.isVillage() ? OrganizationId.ofCode(id.code().substring(0, 9)) : county.id(),
                "如东县" + hall.name() + "（演示地址）",
                "000-0000-%04d".formatted(Math.floorMod(id.hashCode(), 10_000)),
                ADMINISTRATOR,
                at));
        commands.add(new SetServiceHours(id, SHIFTS, DemonstratedDays.GRACE_MINUTES, ADMINISTRATOR, at));
        commands.add(new SurveyHall(
                id,
                hall.isVillage() ? 60 : 150 + 45 * hall.windows().size(),
                hall.isVillage() ? ZONES.subList(0, 2) : ZONES,
                hall.windows().size(),
                hall.isVillage() ? EQUIPMENT.subList(2, 4) : EQUIPMENT,
                county.supervisor(),
                at));
        commands.addAll(leaders(hall, at));
        return commands;
    }

    private List<LedgerCommand> leaders(StaffedHall hall, Instant at) {
        var from = period.before().minusYears(1);
        var appointed = new ArrayList<LedgerCommand>();
        for (var post : List.of(LeaderPost.CHIEF, LeaderPost.DEPUTY)) {
            var leader = new Actor.Person(
                    "leader-%s-%s".formatted(hall.id().code(), post == LeaderPost.CHIEF ? "01" : "02"),
                    Names.of(Chance.of(seed, "leader", hall.id(), post)));
            appointed.add(new AppointLeader(hall.id(), post, leader, from, ADMINISTRATOR, at));
        }
        appointed.add(new AppointLeader(
                hall.id(), LeaderPost.WINDOW_LEAD, hall.manager().person(), from, ADMINISTRATOR, at));
        return hall.kind() == OrganizationKind.VILLAGE_CENTRE ? appointed.subList(0, 1) : appointed;
    }

    private List<LedgerCommand> publish(Item item) {
        return List.of(new Publish(item.id(), item.details(), ADMINISTRATOR, at(10)));
    }

    private List<LedgerCommand> windows(StaffedHall hall) {
        return hall.windows().stream()
                .<LedgerCommand>map(
                        window -> new SetUpWindow(window.id(), window.name(), window.kind(), ADMINISTRATOR, at(11)))
                .toList();
    }

    private List<LedgerCommand> register(StaffedHall.Member member) {
        return List.of(new Register(
                member.id(),
                member.name(),
                member.hall(),
                member.post(),
                member.role(),
                member.department(),
                ADMINISTRATOR,
                at(14)));
    }

    private List<LedgerCommand> postings(StaffedHall hall) {
        var from = period.before();
        var commands = new ArrayList<LedgerCommand>();
        for (var window : hall.windows()) {
            commands.add(new Assign(
                    window.a().id(), window.id(), DutyRole.A, window.b().id(), from, ADMINISTRATOR, at(15)));
        }
        var stand = hall.stand();
        if (stand != null) {
            var first = hall.windows().getFirst();
            commands.add(
                    new Assign(stand.id(), first.id(), DutyRole.B, first.a().id(), from, ADMINISTRATOR, at(15)));
        }
        return commands;
    }

    private Instant at(int hour) {
        return DemonstratedDays.at(period.before(), LocalTime.of(hour, 0));
    }
}
