package org.serviceledger.command.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.evaluation.EvaluationEvent.ServiceRated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** An applicant rates with number and code and stays unknown to the rated person. */
@WebTest
final class PublicEvaluationTest {

    private final TestHall hall;
    private final EventStore events;

    @Autowired
    PublicEvaluationTest(TestHall hall, EventStore events) {
        this.hall = hall.open();
        this.events = events;
    }

    @Test
    void theCodeOpensTheOneCase() {
        var served = served();
        var answer = rate(served.number(), served.code(), false);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.id()).isEqualTo("evaluation-" + served.number());
        var rated = rated(served.number());
        assertThat(rated.rater()).isNotNull();
        assertThat(rated.by().name()).isEqualTo("申请人");
    }

    @Test
    void anAnonymousRatingNamesNobody() {
        var served = served();
        rate(served.number(), served.code(), true);
        assertThat(rated(served.number()).rater()).isNull();
    }

    @Test
    void aWrongCodeAndAnUnknownNumberLookAlikeAndAreNotTriedForEver() {
        var served = served();
        var wrong = served.code().equals("123456") ? "654321" : "123456";
        var unknown = rate("NOBODY", wrong, true);
        var size = hall.size();
        for (var i = 0; i < 10; i++) {
            assertThat(rate(served.number(), wrong, true)).isEqualTo(unknown);
        }
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(rate(served.number(), served.code(), true).status()).isEqualTo(429);
        assertThat(hall.size()).isEqualTo(size);
    }

    private Served served() {
        var applied = hall.must(TestUser.CLERK, "/api/cases", TestHall.application("E" + TestHall.next()));
        var path = "/api/cases/" + applied.id();
        hall.after(path, TestUser.CLERK, "receive", "{\"receiptNumber\":\"SJ1\"}");
        hall.after(path, TestUser.CLERK, "accept", "{\"documentNumber\":\"SL1\"}");
        hall.after(path, TestUser.CLERK, "route", "{\"departments\":[\"民政办\"]}");
        hall.after(path, TestUser.CLERK, "start-step", "{\"step\":\"承办\",\"kind\":\"HANDLE\"}");
        hall.after(path, TestUser.CLERK, "finish-step", "{\"step\":\"承办\",\"outcome\":\"PASSED\",\"opinion\":\"符合\"}");
        hall.after(path, TestUser.APPROVER, "grant", "{\"documentNumber\":\"PZ1\",\"opinion\":\"同意\"}");
        hall.after(path, TestUser.CLERK, "finish", "{}");
        return new Served(
                applied.id().substring("case-".length()),
                applied.json().path("progressCode").asString());
    }

    private HttpAnswer rate(String number, String code, boolean anonymous) {
        var body =
                "{\"number\":\"%s\",\"code\":\"%s\",\"level\":\"DISSATISFIED\",\"channel\":\"WEB\",\"text\":\"慢\",\"anonymous\":%s}"
                        .formatted(number, code, anonymous);
        return hall.ask(
                null, HttpMethod.POST, "/api/public/evaluations", body.getBytes(UTF_8), "application/json", null);
    }

    private ServiceRated rated(String number) {
        return events.readEvents("evaluation-" + number)
                .asStream()
                .map(event -> event.getPayload())
                .filter(ServiceRated.class::isInstance)
                .map(ServiceRated.class::cast)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private record Served(String number, String code) {}
}
