package org.serviceledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A request that no controller handles gets a problem response and has no effect. */
@WebTest
final class UnmatchedRequestsTest {

    private final TestHall hall;

    @Autowired
    UnmatchedRequestsTest(TestHall hall) {
        this.hall = hall.open();
    }

    @Test
    void anUnknownPath() {
        refused(ask(HttpMethod.POST, "/api/no-such-thing", "application/json"), 404);
        refused(ask(HttpMethod.GET, "/api/no-such-thing", "application/json"), 404);
        refused(ask(HttpMethod.POST, hall.applied() + "/no-such-action", "application/json"), 404);
    }

    @Test
    void aWrongMethod() {
        refused(ask(HttpMethod.DELETE, "/api/organizations", "application/json"), 405);
    }

    @Test
    void anAnswerNobodyCanGive() {
        var size = hall.size();
        refused(ask(HttpMethod.POST, "/api/cases", "application/pdf"), 406);
        assertThat(hall.size()).isEqualTo(size);
    }

    private HttpAnswer ask(HttpMethod method, String path, String accept) {
        return hall.perform(MockMvcRequestBuilders.request(method, URI.create(path))
                .with(user(TestUser.ADMIN))
                .with(csrf())
                .header("Accept", accept)
                .contentType("application/json")
                .content(TestHall.application("U" + TestHall.next()).getBytes(StandardCharsets.UTF_8)));
    }

    private static void refused(HttpAnswer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.rule()).isEqualTo("request/http");
        assertThat(answer.text()).doesNotContain("Exception");
    }
}
