package org.serviceledger.command.web;

import static org.serviceledger.command.web.Hall.next;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/** Every command the write API takes. */
final class Endpoints {

    private static final String DAY = TickingClock.DAY;
    private static final String SHA = "0123456789abcdef".repeat(4);

    private final Hall hall;

    Endpoints(Hall hall) {
        this.hall = hall;
    }

    List<Endpoint> all() {
        return Stream.of(
                        intake(),
                        handling(),
                        decisions(),
                        windowDays(),
                        staffDays(),
                        organizations(),
                        items(),
                        evaluations(),
                        imports())
                .flatMap(List::stream)
                .toList();
    }

    private List<Endpoint> intake() {
        return List.of(
                Endpoint.of("/api/cases", () -> "/api/cases", Hall.application("N-1"), "itemId", "applicant", "title"),
                onCase("first-asked", hall::applied, "{}").repeatable(),
                onCase("receive", hall::applied, "{\"receiptNumber\":\"SJ1\"}", "receiptNumber")
                        .notAfter(hall::accepted),
                onCase("correct", hall::received, "{\"correction\":\"日期写错\"}", "correction")
                        .repeatable()
                        .notAfter(hall::finished),
                onCase(
                                "request-supplement",
                                hall::received,
                                "{\"missing\":[\"照片\"],\"noticeNumber\":\"BZ1\",\"within\":{\"value\":5,\"unit\":\"working-day\"}}",
                                "missing",
                                "noticeNumber",
                                "within")
                        .notAfter(hall::accepted),
                onCase("supplement", this::noticed, "{\"materials\":[\"照片\"]}", "materials")
                        .notAfter(hall::accepted),
                onCase("accept", hall::received, "{\"documentNumber\":\"SL1\"}", "documentNumber")
                        .notAfter(hall::applied),
                onCase(
                                "refuse-acceptance",
                                hall::received,
                                "{\"documentNumber\":\"BY1\",\"reasons\":\"非本机关职权\"}",
                                "documentNumber",
                                "reasons")
                        .notAfter(hall::accepted),
                onCase("deem-accepted", this::overlooked, "{}").repeatable().notAfter(hall::received));
    }

    private List<Endpoint> handling() {
        return List.of(
                onCase("route", hall::accepted, "{\"departments\":[\"民政办\"],\"parallel\":false}", "departments")
                        .repeatable()
                        .notAfter(hall::applied),
                onCase(
                                "start-step",
                                hall::routed,
                                "{\"step\":\"承办\",\"kind\":\"HANDLE\",\"limit\":{\"value\":2,\"unit\":\"working-day\"}}",
                                "step",
                                "kind")
                        .notAfter(hall::received),
                onCase(
                                "finish-step",
                                hall::stepOpen,
                                "{\"step\":\"承办\",\"outcome\":\"PASSED\",\"opinion\":\"符合\"}",
                                "step",
                                "outcome",
                                "opinion")
                        .notAfter(hall::routed),
                onCase(
                                "start-special-procedure",
                                hall::routed,
                                "{\"procedure\":\"HEARING\",\"approvedWorkingDays\":3,\"reason\":\"听证\",\"noticeNumber\":\"TZ1\"}",
                                "procedure",
                                "approvedWorkingDays",
                                "reason",
                                "noticeNumber")
                        .notAfter(hall::applied),
                onCase("end-special-procedure", this::inHearing, "{\"result\":\"无异议\"}", "result")
                        .notAfter(hall::routed),
                onCase("suspend", hall::routed, "{\"reason\":\"等待核实\"}", "reason")
                        .notAfter(hall::applied),
                onCase("resume", this::suspended, "{}").notAfter(hall::routed),
                onCase("extend", hall::routed, "{\"workingDays\":3,\"reason\":\"情况复杂\"}", "workingDays", "reason")
                        .notAfter(hall::applied),
                onCase("object", hall::routed, "{\"against\":\"工2\",\"text\":\"不同意\"}", "against", "text")
                        .repeatable()
                        .notAfter(hall::finished));
    }

    private List<Endpoint> decisions() {
        return List.of(
                onCase(
                                "grant",
                                hall::handled,
                                "{\"documentNumber\":\"PZ1\",\"opinion\":\"同意\"}",
                                "documentNumber",
                                "opinion")
                        .notAfter(hall::stepOpen),
                onCase(
                                "deny",
                                hall::handled,
                                "{\"documentNumber\":\"BX1\",\"reasons\":\"不符\",\"remedies\":\"可申请复议\"}",
                                "documentNumber",
                                "reasons",
                                "remedies")
                        .notAfter(hall::accepted),
                onCase("finish", hall::granted, "{}").notAfter(hall::handled),
                onCase("issue", hall::finished, "{\"resultName\":\"优待证\",\"resultNumber\":\"1\"}", "resultName")
                        .notAfter(hall::granted),
                onCase("deliver", hall::finished, "{\"method\":\"自取\",\"recipient\":\"王某\"}", "method", "recipient")
                        .notAfter(hall::granted),
                onCase("withdraw", hall::accepted, "{\"reason\":\"不办了\"}", "reason")
                        .notAfter(hall::finished),
                onCase("terminate", hall::accepted, "{\"reason\":\"申请人死亡\"}", "reason")
                        .notAfter(hall::finished));
    }

    private List<Endpoint> windowDays() {
        return List.of(
                onWindowDay("open", this::closedWindow, "{}"),
                onWindowDay("pause", this::openWindow, "{\"reason\":\"取件\",\"signShown\":true}", "reason", "signShown")
                        .notAfter(this::closedWindow),
                onWindowDay("resume", this::pausedWindow, "{}").notAfter(this::openWindow),
                onWindowDay("close", this::openWindow, "{}").notAfter(this::closedWindow),
                onWindowDay("extra-hours", this::openWindow, "{\"kind\":\"NOON\"}", "kind")
                        .repeatable());
    }

    private List<Endpoint> staffDays() {
        return List.of(
                onStaffDay("roster", this::offRota, "{}"),
                onStaffDay("check-in", this::onRota, "{\"deviceTime\":\"2026-07-01T09:29:59+08:00\"}")
                        .notAfter(this::offRota),
                onStaffDay("check-out", this::checkedIn, "{}").notAfter(this::onRota),
                onStaffDay(
                                "leave",
                                this::onRota,
                                "{\"kind\":\"SICK\",\"from\":\"11:00\",\"to\":\"12:00\",\"reason\":\"就医\"}",
                                "kind",
                                "from",
                                "to",
                                "reason")
                        .repeatable()
                        .notAfter(this::offRota),
                onStaffDay(
                                "hand-over",
                                this::onRota,
                                "{\"to\":\"1003\",\"from\":\"10:00\",\"until\":\"11:00\"}",
                                "to",
                                "from",
                                "until")
                        .repeatable()
                        .notAfter(this::offRota),
                onStaffDay(
                                "absence",
                                this::onRota,
                                "{\"from\":\"09:00\",\"to\":\"09:20\",\"covered\":false,\"note\":\"无人\"}",
                                "from",
                                "to",
                                "covered",
                                "note")
                        .repeatable()
                        .notAfter(this::offRota),
                onStaffDay(
                                "inspect",
                                this::onRota,
                                "{\"uniform\":true,\"badge\":true,\"atPost\":true,\"note\":\"良好\"}",
                                "uniform",
                                "badge",
                                "atPost")
                        .repeatable()
                        .notAfter(this::offRota));
    }

    private List<Endpoint> organizations() {
        return List.of(
                Endpoint.of(
                        "/api/organizations",
                        () -> "/api/organizations",
                        Hall.organization("320623777", "TOWN_CENTRE"),
                        "organizationId",
                        "name",
                        "kind"),
                onOrganization(
                        "service-hours",
                        "{\"shifts\":[{\"name\":\"上午\",\"start\":\"08:30\",\"end\":\"12:00\"}],\"graceMinutes\":5}",
                        "shifts"),
                onOrganization(
                        "survey",
                        "{\"areaSquareMetres\":300,\"zones\":[\"等候区\"],\"windows\":6,\"equipment\":[\"叫号机\"]}",
                        "areaSquareMetres",
                        "zones",
                        "windows",
                        "equipment"),
                onOrganization(
                        "leaders",
                        "{\"post\":\"CHIEF\",\"leader\":{\"person\":\"p1\",\"name\":\"张某\"},\"from\":\"2026-01-01\"}",
                        "post",
                        "leader",
                        "from"),
                Endpoint.of(
                        "/api/windows",
                        () -> "/api/windows",
                        Hall.window("window-320623001-98"),
                        "windowId",
                        "name",
                        "kind"),
                Endpoint.of("/api/windows/{id}/retire", this::newWindow, "{\"reason\":\"合并\"}", "reason")
                        .unknown("/api/windows/320623001-99/retire")
                        .misshapen("/api/windows/320623001-1/retire"),
                Endpoint.of(
                        "/api/staff",
                        () -> "/api/staff",
                        Hall.staff("7777", "320623001"),
                        "staffId",
                        "name",
                        "organization",
                        "post",
                        "role"),
                Endpoint.of(
                                "/api/staff/{number}/assign",
                                () -> "/api/staff/" + newStaff() + "/assign",
                                "{\"window\":\"%s\",\"duty\":\"B\",\"partner\":\"staff-1001\",\"from\":\"2026-01-01\"}"
                                        .formatted(Hall.WINDOW),
                                "window",
                                "duty",
                                "from")
                        .repeatable()
                        .unknown("/api/staff/404/assign")
                        .misshapen("/api/staff/-4/assign"),
                Endpoint.of(
                                "/api/staff/{number}/leave",
                                () -> "/api/staff/" + newStaff() + "/leave",
                                "{\"last\":\"2026-06-30\"}",
                                "last")
                        .unknown("/api/staff/404/leave")
                        .misshapen("/api/staff/-4/leave"));
    }

    private List<Endpoint> items() {
        return List.of(
                Endpoint.of(
                        "/api/items",
                        () -> "/api/items",
                        "{\"itemId\":\"item-YL777\",\"details\":%s}".formatted(Hall.details(5)),
                        "itemId",
                        "details"),
                onItem("revise", this::newItem, "{\"details\":%s}".formatted(Hall.details(4)), "details")
                        .repeatable()
                        .notAfter(this::suspendedItem),
                onItem("suspend", this::newItem, "{\"reason\":\"系统升级\"}", "reason")
                        .notAfter(this::suspendedItem),
                onItem("resume", this::suspendedItem, "{}").notAfter(this::newItem),
                onItem("cancel", this::newItem, "{\"reason\":\"取消\"}", "reason"),
                Endpoint.of(
                                "/api/calendars/{year}",
                                () -> "/api/calendars/2027",
                                "{\"off\":{\"2027-01-01\":\"元旦\"},\"work\":{},\"source\":\"演示\"}",
                                "off",
                                "work",
                                "source")
                        .by(HttpMethod.PUT)
                        .repeatable()
                        .misshapen("/api/calendars/MMXXVII"));
    }

    private List<Endpoint> evaluations() {
        return List.of(
                onEvaluation("invite", this::served, "{}").notAfter(this::notServed),
                onEvaluation(
                                "rate",
                                this::served,
                                "{\"level\":\"SATISFIED\",\"channel\":\"HALL_TABLET\",\"text\":\"好\",\"details\":[\"态度好\"],\"anonymous\":false}",
                                "level",
                                "channel")
                        .repeatable()
                        .notAfter(this::notServed),
                onEvaluation("contact", this::ratedBadly, "{\"finding\":\"属实\"}", "finding")
                        .notAfter(this::invited),
                onEvaluation("rectify", this::contacted, "{\"measures\":\"道歉\"}", "measures")
                        .notAfter(this::invited),
                onEvaluation(
                                "call-back",
                                this::rectified,
                                "{\"satisfied\":true,\"answer\":\"满意\"}",
                                "satisfied",
                                "answer")
                        .notAfter(this::ratedBadly),
                onEvaluation("appeal", this::ratedBadly, "{\"grounds\":\"误评\"}", "grounds")
                        .notAfter(this::invited),
                onEvaluation(
                                "decide-appeal",
                                this::appealed,
                                "{\"excluded\":true,\"reasons\":\"误评\"}",
                                "excluded",
                                "reasons")
                        .notAfter(this::ratedBadly),
                Endpoint.of(
                                "/api/public/evaluations",
                                () -> "/api/public/evaluations",
                                "{\"number\":\"404\",\"code\":\"000000\",\"level\":\"SATISFIED\",\"channel\":\"WEB\",\"text\":\"好\"}",
                                "number",
                                "code",
                                "level",
                                "channel")
                        .unknown("/api/public/evaluations"));
    }

    private List<Endpoint> imports() {
        return List.of(
                Endpoint.of(
                                "/api/imports",
                                () -> "/api/imports",
                                "{\"sha256\":\"%s\",\"file\":\"a.xes\",\"format\":\"XES 1.0\",\"attributes\":[]}"
                                        .formatted(SHA.replace('0', 'a')),
                                "sha256",
                                "file",
                                "format")
                        .repeatable(),
                Endpoint.of(
                                "/api/imports/{id}/complete",
                                () -> newImport() + "/complete",
                                "{\"cases\":1,\"acts\":2,\"refused\":0}",
                                "cases",
                                "acts")
                        .repeatable()
                        .unknown("/api/imports/%s/complete".formatted(SHA.replace('0', 'f')))
                        .misshapen("/api/imports/123/complete"));
    }

    private Endpoint onCase(String action, Supplier<String> ready, String body, String... required) {
        return Endpoint.of("/api/cases/{id}/" + action, () -> ready.get() + "/" + action, body, required)
                .unknown("/api/cases/NO-SUCH-CASE/" + action)
                .misshapen("/api/cases/-/" + action);
    }

    private Endpoint onWindowDay(String action, Supplier<String> ready, String body, String... required) {
        return Endpoint.of(
                        "/api/window-days/{windowId}/{date}/" + action,
                        () -> ready.get() + "/" + action,
                        body,
                        required)
                .unknown("/api/window-days/320623001-97/%s/%s".formatted(DAY, action))
                .misshapen("/api/window-days/320623001-97/2026-02-30/" + action);
    }

    private Endpoint onStaffDay(String action, Supplier<String> ready, String body, String... required) {
        return Endpoint.of(
                        "/api/staff-days/{staffNumber}/{date}/" + action,
                        () -> ready.get() + "/" + action,
                        body,
                        required)
                .unknown("/api/staff-days/404/%s/%s".formatted(DAY, action))
                .misshapen("/api/staff-days/1001/today/" + action);
    }

    private Endpoint onOrganization(String action, String body, String... required) {
        return Endpoint.of(
                        "/api/organizations/{id}/" + action,
                        () -> "/api/organizations/320623002/" + action,
                        body,
                        required)
                .repeatable()
                .unknown("/api/organizations/320623999/" + action)
                .misshapen("/api/organizations/3206/" + action);
    }

    private Endpoint onItem(String action, Supplier<String> ready, String body, String... required) {
        return Endpoint.of("/api/items/{id}/" + action, () -> ready.get() + "/" + action, body, required)
                .unknown("/api/items/NOSUCHITEM/" + action)
                .misshapen("/api/items/a.b/" + action);
    }

    private Endpoint onEvaluation(String action, Supplier<String> ready, String body, String... required) {
        return Endpoint.of("/api/evaluations/{caseNumber}/" + action, () -> ready.get() + "/" + action, body, required)
                .unknown("/api/evaluations/NO-SUCH-CASE/" + action)
                .misshapen("/api/evaluations/-/" + action);
    }

    private String noticed() {
        return hall.after(
                hall.received(),
                TestUser.CLERK,
                "request-supplement",
                "{\"missing\":[\"照片\"],\"noticeNumber\":\"BZ1\",\"within\":{\"value\":5,\"unit\":\"working-day\"}}");
    }

    /** Received so long ago that it counts as accepted. */
    private String overlooked() {
        var answer = hall.must(
                TestUser.CLERK,
                "/api/cases",
                Hall.application("T" + next()).replace("\"title\"", "\"at\":\"2026-05-06T09:00:00+08:00\",\"title\""));
        var path = "/api/cases/" + answer.id();
        return hall.after(
                path, TestUser.CLERK, "receive", "{\"receiptNumber\":\"SJ1\",\"at\":\"2026-05-06T09:10:00+08:00\"}");
    }

    private String inHearing() {
        return hall.after(
                hall.routed(),
                TestUser.MANAGER,
                "start-special-procedure",
                "{\"procedure\":\"HEARING\",\"approvedWorkingDays\":3,\"reason\":\"听证\",\"noticeNumber\":\"TZ1\"}");
    }

    private String suspended() {
        return hall.after(hall.routed(), TestUser.MANAGER, "suspend", "{\"reason\":\"等待核实\"}");
    }

    private String newWindow() {
        return closedWindow().replace("/api/window-days/", "/api/windows/").replace("/" + DAY, "") + "/retire";
    }

    private String closedWindow() {
        var id = "window-320623%03d-%02d".formatted(1, 2 + next() % 90);
        while (!hall.post(TestUser.ADMIN, "/api/windows", Hall.window(id)).isTaken()) {
            id = "window-320623%03d-%02d".formatted(1, 2 + next() % 90);
        }
        return "/api/window-days/%s/%s".formatted(id, DAY);
    }

    private String openWindow() {
        return hall.after(closedWindow(), TestUser.CLERK, "open", "{}");
    }

    private String pausedWindow() {
        return hall.after(openWindow(), TestUser.CLERK, "pause", "{\"reason\":\"取件\",\"signShown\":true}");
    }

    private String newStaff() {
        var number = "S" + next();
        hall.must(TestUser.ADMIN, "/api/staff", Hall.staff(number, "320623001"));
        return number;
    }

    private String offRota() {
        return "/api/staff-days/%s/%s".formatted(newStaff(), DAY);
    }

    private String onRota() {
        return hall.after(offRota(), TestUser.MANAGER, "roster", "{}");
    }

    private String checkedIn() {
        return hall.after(onRota(), TestUser.MANAGER, "check-in", "{}");
    }

    private String newItem() {
        var id = "item-YL" + next() + "X";
        hall.must(TestUser.ADMIN, "/api/items", "{\"itemId\":\"%s\",\"details\":%s}".formatted(id, Hall.details(5)));
        return "/api/items/" + id;
    }

    private String suspendedItem() {
        return hall.after(newItem(), TestUser.ADMIN, "suspend", "{\"reason\":\"系统升级\"}");
    }

    private String notServed() {
        return evaluation(hall.granted());
    }

    private String served() {
        return evaluation(hall.finished());
    }

    private String invited() {
        return hall.after(served(), TestUser.CLERK, "invite", "{}");
    }

    private String ratedBadly() {
        return hall.after(
                served(), TestUser.CLERK, "rate", "{\"level\":\"DISSATISFIED\",\"channel\":\"PHONE\",\"text\":\"慢\"}");
    }

    private String contacted() {
        return hall.after(ratedBadly(), TestUser.MANAGER, "contact", "{\"finding\":\"属实\"}");
    }

    private String rectified() {
        return hall.after(contacted(), TestUser.MANAGER, "rectify", "{\"measures\":\"道歉\"}");
    }

    private String appealed() {
        return hall.after(ratedBadly(), TestUser.CLERK, "appeal", "{\"grounds\":\"误评\"}");
    }

    String newImport() {
        var answer = hall.must(
                TestUser.ADMIN,
                "/api/imports",
                "{\"sha256\":\"%064x\",\"file\":\"a.xes\",\"format\":\"XES 1.0\"}".formatted(next()));
        return "/api/imports/" + answer.id();
    }

    private static String evaluation(String casePath) {
        return casePath.replace("/api/cases/", "/api/evaluations/");
    }
}
