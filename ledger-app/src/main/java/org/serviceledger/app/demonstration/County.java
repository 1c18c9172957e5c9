package org.serviceledger.app.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.window.WindowKind;
import org.serviceledger.app.demonstration.StaffedHall.Member;
import org.serviceledger.app.demonstration.StaffedHall.Window;
import org.serviceledger.words.Language;

/** 如东县: its office, its 21 town-level units with the codes of the statistics office, and a few of its villages. */
record County(OrganizationId id, String name, Actor supervisor, List<StaffedHall> halls) {

    private static final List<Plan> LARGE = List.of(
            new Plan(WindowKind.LIVELIHOOD, ""),
            new Plan(WindowKind.CONSTRUCTION, ""),
            new Plan(WindowKind.MUNICIPAL, ""),
            new Plan(WindowKind.OTHER_COMPREHENSIVE, ""),
            new Plan(WindowKind.SPECIALISED, "公安"),
            new Plan(WindowKind.SPECIALISED, "税务"),
            new Plan(WindowKind.SPECIALISED, "人社"),
            new Plan(WindowKind.SPECIALISED, "医保"),
            new Plan(WindowKind.SPECIALISED, "公积金"),
            new Plan(WindowKind.SPECIALISED, "市场准入"),
            new Plan(WindowKind.ADVICE, ""),
            new Plan(WindowKind.AGENT, ""));

    private static final List<Plan> TOWN = List.of(
            new Plan(WindowKind.LIVELIHOOD, ""),
            new Plan(WindowKind.CONSTRUCTION, ""),
            new Plan(WindowKind.OTHER_COMPREHENSIVE, ""),
            new Plan(WindowKind.SPECIALISED, "人社"),
            new Plan(WindowKind.SPECIALISED, "医保"));

    private static final List<Plan> ZONE = List.of(
            new Plan(WindowKind.CONSTRUCTION, ""),
            new Plan(WindowKind.SPECIALISED, "市场准入"),
            new Plan(WindowKind.OTHER_COMPREHENSIVE, ""));

    private record Plan(WindowKind kind, String specialty) {

        String name() {
            return specialty + kind.term(Language.CHINESE);
        }
    }

    /**
     * A row of the table.
     *
     * @param name name of the hall
     * @param size number of windows
     */
    private record Row(String code, String name, OrganizationKind kind, int size) {}

    County {
        halls = List.copyOf(halls);
    }

    static County of(long seed) {
        var rows = DataTables.of("organizations.csv", Row.class);
        var county = rows.getFirst();
        var id = OrganizationId.ofCode(county.code());
        var supervisor = new Actor("supervisor-320623-01", "沈督查", ActorRole.SUPERVISOR, "督查专员", null, id, "督查科", null);
        return new County(
                id,
                county.name(),
                supervisor,
                rows.stream().skip(1).map(row -> hall(seed, row)).toList());
    }

    /** The hall with this code. */
    StaffedHall hall(String code) {
        return halls.stream()
                .filter(hall -> hall.id().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    Stream<Member> everybody() {
        return halls.stream().flatMap(StaffedHall::everybody);
    }

    private static StaffedHall hall(long seed, Row row) {
        var id = OrganizationId.ofCode(row.code());
        var kind = row.kind();
        var plans = plans(kind, row.size());
        var holders = new ArrayList<Member>();
        for (var i = 0; i < plans.size(); i++) {
            holders.add(member(seed, id, i + 1, plans.get(i).name() + "人员", ActorRole.CLERK));
        }
        var stand = kind == OrganizationKind.ZONE_BUREAU ? null : member(seed, id, 70, "B角（机动）", ActorRole.CLERK);
        var windows = new ArrayList<Window>();
        for (var i = 0; i < plans.size(); i++) {
            var plan = plans.get(i);
            windows.add(new Window(
                    WindowId.of(id, i + 1),
                    plan.name(),
                    plan.kind(),
                    plan.specialty(),
                    holders.get(i),
                    partner(holders, stand, i)));
        }
        return new StaffedHall(
                id,
                row.name(),
                kind,
                windows,
                stand,
                kind == OrganizationKind.VILLAGE_CENTRE ? List.of() : back(seed, id));
    }

    private static List<Plan> plans(OrganizationKind kind, int size) {
        return switch (kind) {
            case COUNTY_OFFICE -> List.of();
            case TOWN_CENTRE -> size >= 10 ? LARGE.subList(0, size) : TOWN.subList(0, size);
            case ZONE_BUREAU -> ZONE;
            case VILLAGE_CENTRE -> List.of(new Plan(WindowKind.ALL_ROUND, ""));
        };
    }

    /**
     * The first window has a B of its own. The other windows' holders stand in for each other in pairs; the first
     * holder stands in for an unpaired one.
     */
    private static Member partner(List<Member> holders, @Nullable Member stand, int index) {
        if (stand != null && index == 0) {
            return stand;
        }
        var first = stand == null ? 0 : 1;
        var neighbour = first + ((index - first) ^ 1);
        return neighbour < holders.size() ? holders.get(neighbour) : holders.getFirst();
    }

    private static List<Member> back(long seed, OrganizationId id) {
        return List.of(
                member(seed, id, 80, "审核岗", ActorRole.REVIEWER),
                member(seed, id, 81, "首席代表", ActorRole.APPROVER),
                member(seed, id, 90, "大厅主任", ActorRole.HALL_MANAGER));
    }

    private static Member member(long seed, OrganizationId hall, int number, String post, ActorRole role) {
        var id = StaffId.ofNumber("%s-%02d".formatted(hall.code(), number));
        var name = Story.nameOf(id).orElseGet(() -> Names.of(Chance.of(seed, "name", id)));
        return new Member(id, name, hall, post, role, "窗口管理科");
    }
}
