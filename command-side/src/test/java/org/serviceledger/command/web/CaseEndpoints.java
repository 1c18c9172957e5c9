package org.serviceledger.command.web;

import static org.serviceledger.command.web.TestHall.next;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every command on a case. */
final class CaseEndpoints {

    private final TestHall hall;

    CaseEndpoints(TestHall hall) {
        this.hall = hall;
    }

    List<Endpoint> all() {
        return Stream.of(intake(), handling(), decisions())
                .flatMap(List::stream)
                .toList();
    }

    private List<Endpoint> intake() {
        return List.of(
                Endpoint.of(
                        "/api/cases", () -> "/api/cases", TestHall.application("N-1"), "itemId", "applicant", "title"),
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

    private Endpoint onCase(String action, Supplier<String> ready, String body, String... required) {
        return Endpoint.of("/api/cases/{id}/" + action, () -> ready.get() + "/" + action, body, required)
                .unknown("/api/cases/NO-SUCH-CASE/" + action)
                .misshapen("/api/cases/-/" + action);
    }

    private String noticed() {
        return hall.after(
                hall.received(),
                TestUser.CLERK,
                "request-supplement",
                "{\"missing\":[\"照片\"],\"noticeNumber\":\"BZ1\",\"within\":{\"value\":5,\"unit\":\"working-day\"}}");
    }

    /** Returns a case received so long ago that it is deemed accepted. */
    private String overlooked() {
        var answer = hall.must(
                TestUser.CLERK,
                "/api/cases",
                TestHall.application("T" + next())
                        .replace("\"title\"", "\"at\":\"2026-05-06T09:00:00+08:00\",\"title\""));
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
}
