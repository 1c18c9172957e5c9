package org.serviceledger.command.web;

import java.util.List;
import java.util.function.Supplier;

/** Every command on the rating of a service. */
final class EvaluationEndpoints {

    private final TestHall hall;

    EvaluationEndpoints(TestHall hall) {
        this.hall = hall;
    }

    List<Endpoint> all() {
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

    private Endpoint onEvaluation(String action, Supplier<String> ready, String body, String... required) {
        return Endpoint.of("/api/evaluations/{caseNumber}/" + action, () -> ready.get() + "/" + action, body, required)
                .unknown("/api/evaluations/NO-SUCH-CASE/" + action)
                .misshapen("/api/evaluations/-/" + action);
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

    private static String evaluation(String casePath) {
        return casePath.replace("/api/cases/", "/api/evaluations/");
    }
}
