package org.serviceledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.LedgerHeads;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A hall for tests: sends requests over HTTP and brings cases and days into the state that a test needs. */
final class TestHall {

    static final String WINDOW = "window-320623001-01";
    static final String ITEM = "item-YL0001";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final MockMvc mvc;
    private final LedgerHeads heads;
    private boolean open;

    TestHall(MockMvc mvc, LedgerHeads heads) {
        this.mvc = mvc;
        this.heads = heads;
    }

    long size() {
        return heads.current().size();
    }

    static int next() {
        return NUMBERS.incrementAndGet();
    }

    HttpAnswer post(TestUser user, String path, String body) {
        return ask(user, HttpMethod.POST, path, body.getBytes(StandardCharsets.UTF_8), "application/json", null);
    }

    HttpAnswer postUnderKey(TestUser user, String key, String path, String body) {
        return ask(user, HttpMethod.POST, path, body.getBytes(StandardCharsets.UTF_8), "application/json", key);
    }

    HttpAnswer get(String path) {
        return perform(MockMvcRequestBuilders.get(URI.create(path)));
    }

    HttpAnswer ask(
            @Nullable TestUser user,
            HttpMethod method,
            String path,
            byte @Nullable [] body,
            String contentType,
            @Nullable String key) {
        var request = MockMvcRequestBuilders.request(method, URI.create(path))
                .with(csrf())
                .contentType(MediaType.parseMediaType(contentType));
        if (user != null) {
            request.with(user(user));
        }
        if (body != null) {
            request.content(body);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return perform(request);
    }

    HttpAnswer perform(MockHttpServletRequestBuilder request) {
        try {
            var response = mvc.perform(request).andReturn().getResponse();
            var type = response.getContentType();
            var language = response.getHeader("Content-Language");
            return new HttpAnswer(
                    response.getStatus(),
                    type == null ? "" : type,
                    language == null ? "" : language,
                    new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new AssertionError("the server let an exception through", e);
        }
    }

    /** Sends a request that must succeed for the test to make sense. */
    HttpAnswer must(TestUser user, String path, String body) {
        var answer = post(user, path, body);
        assertThat(answer.status()).as("%s %s: %s", path, body, answer.text()).isBetween(200, 299);
        return answer;
    }

    synchronized TestHall open() {
        if (!open) {
            open = true;
            setUp();
        }
        return this;
    }

    private void setUp() {
        var published = ask(
                TestUser.ADMIN,
                HttpMethod.PUT,
                "/api/calendars/2026",
                "{\"off\":{\"2026-10-01\":\"国庆节\",\"2026-10-02\":\"国庆节\"},\"work\":{\"2026-10-10\":\"国庆节\"},\"source\":\"演示\"}"
                        .getBytes(StandardCharsets.UTF_8),
                "application/json",
                null);
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        must(TestUser.ADMIN, "/api/organizations", organization("320623", "COUNTY_OFFICE"));
        must(TestUser.ADMIN, "/api/organizations", organization("320623001", "TOWN_CENTRE"));
        must(TestUser.ADMIN, "/api/organizations", organization("320623002", "TOWN_CENTRE"));
        must(
                TestUser.ADMIN,
                "/api/organizations/org-320623001/service-hours",
                "{\"shifts\":[{\"name\":\"上午\",\"start\":\"08:30\",\"end\":\"12:00\"}],\"graceMinutes\":5}");
        must(TestUser.ADMIN, "/api/windows", window(WINDOW));
        for (var number : new String[] {"1001", "1002", "1003"}) {
            must(TestUser.ADMIN, "/api/staff", staff(number, "320623001"));
        }
        must(TestUser.ADMIN, "/api/staff", staff("2001", "320623002"));
        must(
                TestUser.ADMIN,
                "/api/staff/1001/assign",
                "{\"window\":\"%s\",\"duty\":\"A\",\"partner\":\"staff-1003\",\"from\":\"2026-01-01\"}"
                        .formatted(WINDOW));
        must(
                TestUser.ADMIN,
                "/api/items",
                "{\"itemId\":\"%s\",\"details\":%s,\"at\":\"2026-01-01T08:00:00+08:00\"}".formatted(ITEM, details(5)));
    }

    static String organization(String code, String kind) {
        return "{\"organizationId\":\"org-%s\",\"name\":\"机构%s\",\"kind\":\"%s\"}".formatted(code, code, kind);
    }

    static String window(String id) {
        return "{\"windowId\":\"%s\",\"name\":\"综合窗口\",\"kind\":\"ALL_ROUND\"}".formatted(id);
    }

    static String staff(String number, String organization) {
        return "{\"staffId\":\"staff-%s\",\"name\":\"工%s\",\"organization\":\"org-%s\",\"post\":\"综合岗\",\"role\":\"CLERK\"}"
                .formatted(number, number, organization);
    }

    static String details(int promised) {
        return """
                {"name":"老年人优待证核发","catalogCode":"000000000001","type":"CONFIRMATION","basis":"某条例第一条","level":"TOWN",
                 "department":"民政办","category":"SOCIAL_AFFAIRS","theme":"社会保障","caseKind":"PROMISED",
                 "promisedLimit":{"value":%d,"unit":"working-day"},"window":"LIVELIHOOD","audiences":["NATURAL_PERSON"],
                 "channels":["WINDOW"],"conditions":["年满六十"],"materials":[{"name":"身份证","originals":1,"required":true}],
                 "steps":[{"name":"承办","kind":"HANDLE"}]}""".formatted(promised);
    }

    String newStaff() {
        var number = "S" + next();
        must(TestUser.ADMIN, "/api/staff", staff(number, "320623001"));
        return number;
    }

    String newWindow() {
        var id = "window-320623001-%02d".formatted(2 + next() % 90);
        while (!post(TestUser.ADMIN, "/api/windows", window(id)).isTaken()) {
            id = "window-320623001-%02d".formatted(2 + next() % 90);
        }
        return id;
    }

    /** Creates a case and returns its path. */
    String applied() {
        var answer = must(TestUser.CLERK, "/api/cases", application("T" + next()));
        return "/api/cases/" + answer.id();
    }

    static String application(String number) {
        return """
                {"number":"%s","itemId":"%s","applicant":{"name":"王某","kind":"NATURAL_PERSON"},"channel":"WINDOW",
                 "window":"%s","title":"申领优待证"}""".formatted(number, ITEM, WINDOW);
    }

    String received() {
        return after(applied(), TestUser.CLERK, "receive", "{\"receiptNumber\":\"SJ1\"}");
    }

    String accepted() {
        return after(received(), TestUser.CLERK, "accept", "{\"documentNumber\":\"SL1\"}");
    }

    String routed() {
        return after(accepted(), TestUser.CLERK, "route", "{\"departments\":[\"民政办\"]}");
    }

    String stepOpen() {
        return after(routed(), TestUser.CLERK, "start-step", "{\"step\":\"承办\",\"kind\":\"HANDLE\"}");
    }

    String handled() {
        return after(
                stepOpen(),
                TestUser.CLERK,
                "finish-step",
                "{\"step\":\"承办\",\"outcome\":\"PASSED\",\"opinion\":\"符合条件\"}");
    }

    String granted() {
        return after(handled(), TestUser.MANAGER, "grant", "{\"documentNumber\":\"PZ1\",\"opinion\":\"同意\"}");
    }

    String finished() {
        return after(granted(), TestUser.CLERK, "finish", "{}");
    }

    String after(String path, TestUser user, String action, String body) {
        must(user, path + "/" + action, body);
        return path;
    }
}
