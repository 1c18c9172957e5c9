package org.serviceledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.api.cases.CaseEvent.CaseApplied;
import org.springframework.beans.factory.annotation.Autowired;

/** An application recorded later is judged by the item as it was on the day of the application. */
@WebTest
final class BackdatedApplicationTest {

    private final TestHall hall;
    private final EventStore events;
    private String item = "";

    @Autowired
    BackdatedApplicationTest(TestHall hall, EventStore events) {
        this.hall = hall.open();
        this.events = events;
    }

    /**
     * Ten working days are promised from 02-01, three from 03-01. The item is suspended from 04-01 to 04-08 and
     * cancelled from 06-01.
     */
    @BeforeEach
    void anItemWithAHistory() {
        item = "item-BD%04d".formatted(TestHall.next());
        ask("/api/items", "\"itemId\":\"%s\",\"details\":%s".formatted(item, TestHall.details(10)), "2026-02-01");
        ask("/api/items/%s/revise".formatted(item), "\"details\":" + TestHall.details(3), "2026-03-01");
        ask("/api/items/%s/suspend".formatted(item), "\"reason\":\"系统升级\"", "2026-04-01");
        ask("/api/items/%s/resume".formatted(item), "\"by\":null", "2026-04-08");
        ask("/api/items/%s/cancel".formatted(item), "\"reason\":\"国务院取消\"", "2026-06-01");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-01T08:00:00, 1, 10",
        "2026-03-01T07:59:59, 1, 10",
        "2026-03-01T08:00:00, 2, 3",
        "2026-03-31T08:00:00, 2, 3",
        "2026-04-08T08:00:00, 2, 3",
        "2026-05-31T08:00:00, 2, 3"
    })
    void isForTheVersionOfItsDayAndSaysWhich(String at, int version, int promised) {
        var answer = apply(at);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var applied = (CaseApplied) events.readEvents(answer.id()).next().getPayload();
        assertThat(applied.item().version()).isEqualTo(version);
        assertThat(applied.item().promisedLimit().value()).isEqualTo(promised);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T08:00:00, item/in-force, was in force; the first is from",
        "2026-02-01T07:59:59, item/in-force, was in force; the first is from",
        "2026-04-01T08:00:00, item/in-use, suspended",
        "2026-04-08T07:59:59, item/in-use, suspended",
        "2026-06-01T08:00:00, item/in-use, cancelled"
    })
    void isRefusedByTheRuleWhereNoVersionWasInForce(String at, String rule, String word) {
        var size = hall.size();
        var answer = apply(at);

        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.rule()).isEqualTo(rule);
        assertThat(answer.text()).contains(word);
        assertThat(hall.size()).isEqualTo(size);
    }

    @Test
    void todayTheItemIsCancelled() {
        var answer = hall.post(TestUser.CLERK, "/api/cases", application());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.rule()).isEqualTo("item/in-use");
    }

    @Test
    void theItemsOwnActsStayInOrder() {
        var answer = hall.post(
                TestUser.ADMIN,
                "/api/items/%s/revise".formatted(TestHall.ITEM),
                "{\"details\":%s,\"at\":\"2025-12-31T08:00:00+08:00\"}".formatted(TestHall.details(4)));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.rule()).isEqualTo("item/in-order");
    }

    private HttpAnswer apply(String at) {
        return hall.post(
                TestUser.CLERK,
                "/api/cases",
                application().replace("\"title\"", "\"at\":\"%s+08:00\",\"title\"".formatted(at)));
    }

    private String application() {
        return TestHall.application("T" + TestHall.next()).replace(TestHall.ITEM, item);
    }

    private void ask(String path, String asked, String day) {
        hall.must(TestUser.ADMIN, path, "{%s,\"at\":\"%sT08:00:00+08:00\"}".formatted(asked, day));
    }
}
