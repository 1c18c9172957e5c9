package org.serviceledger.app.demonstration;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.ItemDetails.Material;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.window.WindowKind;
import org.serviceledger.words.Language;

/** Generates the complete life of every case that begins in a hall on a day. The mix resembles that of real halls. */
record CaseDays(long seed, List<Item> items, Presence attendance, DemonstratedDays period) {

    private static final List<String> LATE_REASONS =
            List.of("申报量集中，核查人手不足", "相关部门核实材料用时较长", "经办人员公出，未及时交接", "系统数据同步延迟");

    /** Weights of the half hours in which applications arrive, from 08:30, without the noon break. */
    private static final int[] BY_HALF_HOUR = {6, 10, 12, 12, 9, 7, 4, 6, 9, 9, 7, 5, 3};

    List<List<LedgerCommand>> of(StaffedHall hall, LocalDate day) {
        var chance = Chance.of(seed, "cases", hall.id(), day);
        var reach = period.reach(day);
        var open = open(hall, day, reach);
        var number = open.isEmpty() ? 0 : number(hall, chance);
        var cases = new ArrayList<List<LedgerCommand>>();
        for (var i = 1; i <= number; i++) {
            var id = CaseId.ofNumber(
                    "%s-%s-%04d".formatted(hall.id().code(), day.toString().replace("-", ""), i));
            cases.add(live(begin(id, hall, open, day, reach), Chance.of(seed, "case", id)));
        }
        return cases;
    }

    /** The windows that are staffed that day and have an item whose limits the calendar can count. */
    private List<StaffedHall.Window> open(StaffedHall hall, LocalDate day, int reach) {
        return hall.windows().stream()
                .filter(window -> demand(window) > 0)
                .filter(window -> !(attendance.of(window.a(), day) instanceof Presence.Day.Missing))
                .filter(window -> !choices(hall, window, reach).isEmpty())
                .toList();
    }

    private List<Item> choices(StaffedHall hall, StaffedHall.Window window, int reach) {
        return items.stream()
                .filter(item -> fits(item, hall, window) && longest(item) <= reach)
                .toList();
    }

    private static int number(StaffedHall hall, Chance chance) {
        if (hall.isVillage()) {
            return chance.weighted(60, 30, 10);
        }
        if (hall.kind() == OrganizationKind.ZONE_BUREAU) {
            return chance.between(0, 2);
        }
        var windows = hall.windows().size();
        return hall.isLarge() ? chance.between(windows - 5, windows - 1) : chance.between(1, 4);
    }

    private CaseScript begin(CaseId id, StaffedHall hall, List<StaffedHall.Window> open, LocalDate day, int reach) {
        var chance = Chance.of(seed, "begin", id);
        var demand = open.stream().mapToInt(CaseDays::demand).toArray();
        var window = open.get(chance.weighted(demand));
        var choices = choices(hall, window, reach);
        var weights = choices.stream().mapToInt(Item::share).toArray();
        var item = choices.get(chance.weighted(weights));
        var half = chance.weighted(BY_HALF_HOUR);
        var minute = half * 30 + chance.between(0, 29);
        var clock = half < 7
                ? LocalTime.of(8, 32).plusMinutes(minute)
                : LocalTime.of(14, 2).plusMinutes(minute - 210);
        var firm = item.isForFirms() && chance.in(0.5);
        return new CaseScript(
                id,
                hall,
                window,
                item,
                Names.applicant(chance, firm),
                day.atTime(clock.plusSeconds(chance.between(0, 59))),
                attendance,
                period);
    }

    /** Weight of a window. Advice and agent windows take no cases; the livelihood window takes most. */
    private static int demand(StaffedHall.Window window) {
        return switch (window.kind()) {
            case ADVICE, AGENT, COMPLAINT -> 0;
            case LIVELIHOOD -> 5;
            case SPECIALISED -> 3;
            case CONSTRUCTION, MUNICIPAL, OTHER_COMPREHENSIVE, ALL_ROUND -> 2;
        };
    }

    /**
     * Villages take what can be decided at once. In smaller halls the general window also takes municipal items if no
     * window of their own exists.
     */
    private static boolean fits(Item item, StaffedHall hall, StaffedHall.Window window) {
        if (window.kind() == WindowKind.ALL_ROUND) {
            return item.isInstant() && item.details().window() == WindowKind.LIVELIHOOD;
        }
        if (item.isTakenBy(window)) {
            return true;
        }
        return window.kind() == WindowKind.OTHER_COMPREHENSIVE
                && item.details().window() == WindowKind.MUNICIPAL
                && hall.windows().stream().noneMatch(item::isTakenBy);
    }

    /** Maximum number of days to count for a case of this item, from its application. */
    private static int longest(Item item) {
        var legal = item.details().legalLimit();
        return 7 + (legal == null ? item.promisedDays() : legal.value());
    }

    private List<LedgerCommand> live(CaseScript script, Chance chance) {
        script.applied(channel(chance), chance.in(0.12), chance.in(0.05));
        if (chance.in(0.15)) {
            script.after(chance.between(1, 3)).firstAsked();
        }
        if (chance.in(0.012)) {
            return script.after(chance.between(2, 9))
                    .acceptanceRefused("不属于本机关职权范围，已告知向有权机关申请")
                    .commands();
        }
        script.after(chance.between(2, 9)).received();
        if (chance.in(0.004)) {
            return deemed(script, chance);
        }
        if (chance.in(0.05)) {
            script.after(chance.between(1, 4)).corrected("当场更正申请表填写错误");
        }
        if (!script.item().isInstant() && chance.in(0.11)) {
            supplement(script, chance);
        }
        if (chance.in(0.012)) {
            return script.after(chance.between(5, 50)).withdrawn("申请人自愿撤回").commands();
        }
        script.after(chance.between(2, 15)).accepted();
        return script.item().isInstant() ? atOnce(script, chance) : handled(script, chance);
    }

    private static Channel channel(Chance chance) {
        return switch (chance.weighted(64, 20, 12, 4)) {
            case 0 -> Channel.WINDOW;
            case 1 -> Channel.MOBILE;
            case 2 -> Channel.WEB;
            default -> Channel.POST;
        };
    }

    private static void supplement(CaseScript script, Chance chance) {
        var missing =
                script.item().details().materials().stream().map(Material::name).toList();
        var one = List.of(chance.of(missing));
        script.after(chance.between(4, 20)).supplementRequested(one);
        script.afterDays(chance.between(1, 4), clock(chance)).supplemented(one);
    }

    private List<LedgerCommand> deemed(CaseScript script, Chance chance) {
        script.afterDays(6, LocalTime.of(8, 31)).deemedAccepted();
        return script.item().isInstant() ? atOnce(script, chance) : handled(script, chance);
    }

    private List<LedgerCommand> atOnce(CaseScript script, Chance chance) {
        script.after(chance.between(3, 25)).granted();
        script.after(chance.between(1, 4)).finished("受理告知延误");
        Ratings.rate(script, chance, false);
        return script.after(2).issued().after(1).delivered("窗口领取").commands();
    }

    private List<LedgerCommand> handled(CaseScript script, Chance chance) {
        var course = Course.of(script.item(), chance);
        script.after(chance.between(10, 60)).routed();
        script.afterDays(course.begin(), clock(chance)).stepStarted(Item.HANDLE);
        if (course.endsEarly()) {
            return ended(script, chance);
        }
        stops(script, chance);
        script.afterDays(course.handling(), clock(chance)).stepFinished(Item.HANDLE, "经核查，材料真实有效");
        if (course.isExtended() && isCountable(script)) {
            script.after(20).extended(5, "情况复杂，需进一步核查");
        }
        script.after(chance.between(5, 40)).stepStarted(Item.REVIEW);
        script.afterDays(course.review(), clock(chance)).stepFinished(Item.REVIEW, "同意承办意见");
        script.after(chance.between(5, 40)).stepStarted(Item.APPROVE);
        script.afterDays(course.approval(), afternoon(chance)).stepFinished(Item.APPROVE, "同意");
        if (chance.in(0.03)) {
            script.after(6).denied("经核查不符合规定条件");
        } else {
            script.after(6).granted();
        }
        script.after(chance.between(3, 20)).finished(chance.of(LATE_REASONS));
        Ratings.rate(script, chance, course.isLate());
        return script.after(3)
                .issued()
                .afterDays(chance.between(0, 3), afternoon(chance))
                .delivered(chance.in(0.6) ? "窗口领取" : "快递送达")
                .commands();
    }

    private static List<LedgerCommand> ended(CaseScript script, Chance chance) {
        script.afterDays(1, clock(chance));
        return chance.in(0.8)
                ? script.withdrawn("申请人情况变化，撤回申请").commands()
                : script.terminated("申请人失去联系，无法继续办理").commands();
    }

    private void stops(CaseScript script, Chance chance) {
        var usual = script.item().usualProcedure();
        var countable = isCountable(script);
        if (usual != null && countable && chance.in(0.6)) {
            script.after(30).specialStarted(usual, 4);
            script.afterDays(chance.between(2, 5), clock(chance)).specialEnded(usual.term(Language.CHINESE) + "合格");
        } else if (countable && chance.in(0.015)) {
            script.after(30).suspended("等待申请人所在单位出具证明");
            script.afterDays(chance.between(1, 3), clock(chance)).resumed();
        }
    }

    /** Whether the calendar covers the item's limits and six days more. */
    private boolean isCountable(CaseScript script) {
        return period.canCount(script.time().toLocalDate(), longest(script.item()) + 6);
    }

    private static LocalTime clock(Chance chance) {
        return LocalTime.of(8, 40).plusMinutes(chance.between(0, 190));
    }

    private static LocalTime afternoon(Chance chance) {
        return LocalTime.of(14, 5).plusMinutes(chance.between(0, 170));
    }

    /**
     * Durations of a case's steps, in working days: mostly well within the promise, some to its last day, a few beyond.
     */
    private record Course(
            int begin, int handling, int review, int approval, boolean isLate, boolean isExtended, boolean endsEarly) {

        static Course of(Item item, Chance chance) {
            var promised = item.promisedDays();
            var kind = chance.weighted(830, 90, 40, 32, 8);
            var days = switch (kind) {
                case 1 -> promised;
                case 2 -> promised + chance.between(1, 4);
                default -> (int) Math.round(Math.max(promised - 1, 0) * chance.between(0.25, 0.95));
            };
            var extended = kind == 3 && promised >= 3;
            var begin = days > 2 ? chance.between(0, 1) : 0;
            var rest = days - begin;
            var approval = rest > 3 ? 1 : 0;
            var review = rest > 5 ? 1 : 0;
            return new Course(begin, rest - approval - review, review, approval, kind == 2, extended, kind == 4);
        }
    }
}
