package org.serviceledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A request with a key is carried out once, however often and however concurrently it arrives. */
@WebTest
final class OnceOnlyTest {

    private static final String ANYTHING = TestHall.application("N").replace("\"number\":\"N\",", "");

    private final TestHall hall;

    @Autowired
    OnceOnlyTest(TestHall hall) {
        this.hall = hall.open();
    }

    @Test
    void aRepeatIsAnsweredAsTheFirstWas() {
        var first = hall.postUnderKey(TestUser.CLERK, "k1", "/api/cases", ANYTHING);
        var size = hall.size();
        var second = hall.postUnderKey(TestUser.CLERK, "k1", "/api/cases", ANYTHING);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(second).isEqualTo(first);
        assertThat(hall.size()).isEqualTo(size);
        assertThat(first.json().path("progressCode").asString()).matches("\\d{6}");
        assertThat(first.id()).matches("case-32062300120260701\\d{12}");
    }

    @Test
    void aRepeatIsAnsweredThoughTheCaseHasGoneOn() {
        var path = hall.applied();
        var body = "{\"receiptNumber\":\"SJ1\"}";
        var first = hall.postUnderKey(TestUser.CLERK, "k2", path + "/receive", body);
        hall.must(TestUser.CLERK, path + "/accept", "{\"documentNumber\":\"SL1\"}");

        assertThat(hall.postUnderKey(TestUser.CLERK, "k2", path + "/receive", body))
                .isEqualTo(first);
        assertThat(hall.post(TestUser.CLERK, path + "/receive", body).status()).isEqualTo(409);
    }

    @Test
    void aKeyIsNotForTwoRequests() {
        hall.postUnderKey(TestUser.CLERK, "k3", "/api/cases", ANYTHING);
        var size = hall.size();
        var other = hall.postUnderKey(TestUser.CLERK, "k3", "/api/cases", ANYTHING.replace("申领", "换领"));
        var elsewhere = hall.postUnderKey(TestUser.CLERK, "k3", hall.applied() + "/first-asked", "{}");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.rule()).isEqualTo("request/key-once");
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(hall.size()).isEqualTo(size + 1);
    }

    @Test
    void usersDoNotShareKeys() {
        var mine = hall.postUnderKey(TestUser.CLERK, "k4", "/api/cases", ANYTHING);
        var theirs = hall.postUnderKey(TestUser.MANAGER, "k4", "/api/cases", ANYTHING);
        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.id()).isNotEqualTo(mine.id());
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        var path = hall.applied();
        var body = "{\"documentNumber\":\"SL1\"}";
        assertThat(hall.postUnderKey(TestUser.CLERK, "k5", path + "/accept", body)
                        .status())
                .isEqualTo(409);
        hall.must(TestUser.CLERK, path + "/receive", "{\"receiptNumber\":\"SJ1\"}");
        assertThat(hall.postUnderKey(TestUser.CLERK, "k5", path + "/accept", body)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void atTheSameMomentItIsStoredOnceAndAnsweredAlike() throws Exception {
        for (var round = 0; round < 5; round++) {
            var key = "k6-" + round;
            var path = hall.applied() + "/receive";
            var size = hall.size();
            var answers = together(List.of(
                    () -> hall.postUnderKey(TestUser.CLERK, key, "/api/cases", ANYTHING),
                    () -> hall.postUnderKey(TestUser.CLERK, key + "r", path, "{\"receiptNumber\":\"SJ1\"}")));

            assertThat(answers.stream().distinct()).as("%s", answers).hasSize(2).allMatch(HttpAnswer::isTaken);
            assertThat(hall.size()).isEqualTo(size + 2);
        }
    }

    @Test
    void withoutAKeyACommandOfAnOrderIsTakenOnce() throws Exception {
        var path = hall.applied() + "/receive";
        var size = hall.size();
        var answers = together(List.of(() -> hall.post(TestUser.CLERK, path, "{\"receiptNumber\":\"SJ1\"}")));

        assertThat(answers.stream().filter(HttpAnswer::isTaken)).hasSize(1);
        assertThat(answers.stream().filter(answer -> !answer.isTaken())).allMatch(answer -> answer.status() == 409);
        assertThat(hall.size()).isEqualTo(size + 1);
    }

    @Test
    void aKeyIsShortAndPrintable() {
        for (var key : new String[] {"k".repeat(201), " ", "k\tk", "钥匙"}) {
            var answer = hall.postUnderKey(TestUser.CLERK, key, "/api/cases", ANYTHING);
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.text()).contains("Idempotency-Key");
        }
    }

    /** Sends each request eight times concurrently. */
    private static List<HttpAnswer> together(List<Callable<HttpAnswer>> requests) throws Exception {
        var tasks =
                Collections.nCopies(8, requests).stream().flatMap(List::stream).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<HttpAnswer>();
            for (var future : threads.invokeAll(tasks)) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
