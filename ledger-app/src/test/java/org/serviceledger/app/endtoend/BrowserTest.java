package org.serviceledger.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages as the four kinds of people who use them see them, in a real browser. */
class BrowserTest {

    private static final String STORY = "320623107-GL-0001";

    private static Chromium chromium;
    private final LedgerProcess server = SharedDemo.server();

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void aCitizenFindsAnItemByInitialsAndSeesTheHalls() {
        try (var citizen = chromium.visitor(server)) {
            citizen.open("/");
            citizen.find("q").fill("yyzz");
            citizen.follow(citizen.page().getByText("查事项"));
            assertThat(citizen.find("item-row").first()).containsText("营业执照");
            citizen.look();

            citizen.follow(
                    citizen.find("item-row").first().getByRole(AriaRole.LINK).first());
            assertThat(citizen.find("limits")).isVisible();
            citizen.look();

            citizen.open("/halls");
            citizen.follow(citizen.find("hall").filter(new Locator.FilterOptions().setHasText("掘港街道为民服务中心")));
            assertThat(citizen.find("window").first()).isVisible();
            citizen.look();

            citizen.open("/progress");
            citizen.open("/sign-in");
            citizen.page().navigate("/cases");
            assertThat(citizen.page()).hasURL(Pattern.compile(".*/sign-in$"));
        }
    }

    @Test
    void anInspectorFollowsTheChainOfACase() {
        try (var inspector = chromium.visitor(server)) {
            inspector.signIn("inspector");
            inspector.open("/cases");
            inspector.find("q").fill(STORY);
            inspector.find("q").press("Enter");
            assertThat(inspector.find("case-row").first()).containsText(STORY);
            inspector.look();

            inspector.follow(inspector.find("case-row").locator("a").first());
            assertThat(inspector.find("act").first()).isVisible();
            assertThat(inspector.find("act").count()).isGreaterThan(5);
            assertThat(inspector.find("deviation").first()).isVisible();
            inspector.look();

            inspector.open("/people/staff-320623107-01");
            assertThat(inspector.find("act").first()).isVisible();
        }
    }

    @Test
    void anAnalystReadsPerformanceAndAttendance() {
        try (var analyst = chromium.visitor(server)) {
            analyst.signIn("analyst");
            analyst.open("/performance");
            assertThat(analyst.find("rows")).isVisible();
            assertThat(analyst.page()
                            .locator("canvas, svg.chart, [data-chart] svg")
                            .first())
                    .isVisible();
            analyst.follow(analyst.find("received").first());
            assertThat(analyst.find("case-row").first()).isVisible();
            analyst.open("/attendance");
            assertThat(analyst.find("report")).isVisible();
        }
    }

    @Test
    void aClerkCarriesACaseToItsDecisionAndAManagerDecides() {
        String desk;
        try (var clerk = chromium.visitor(server)) {
            clerk.signIn("clerk");
            clerk.open("/desk");
            clerk.open("/desk/new?q=yyzz");
            clerk.follow(clerk.find("choose-item").first());
            clerk.page().locator("#applicant-name").fill("王测试");
            clerk.page().locator("#title").fill("浏览器测试：开一家书店");
            clerk.look();
            clerk.find("apply").click();
            assertThat(clerk.find("receipt")).isVisible();
            clerk.follow(clerk.find("receipt").locator("a"));
            desk = clerk.page().url().replaceAll("^https?://[^/]+|\\?.*$", "");
            clerk.look();

            List.of("receive", "accept", "route", "start-step", "finish-step").forEach(action -> take(clerk, action));
            clerk.look();
        }
        try (var manager = chromium.visitor(server)) {
            manager.signIn("manager");
            manager.open(desk);
            List.of("grant", "finish", "issue", "deliver").forEach(action -> take(manager, action));
            assertThat(manager.find("act").count()).isGreaterThanOrEqualTo(9);
            manager.look();
        }
    }

    /** Fills what the step's form leaves open, sends it, and waits until the page is as of what was recorded. */
    private static void take(Visitor somebody, String action) {
        var step = somebody.find("step-" + action);
        if (step.getAttribute("open") == null) {
            step.locator("summary").click();
        }
        for (var field : step.locator("[required]").all()) {
            if (field.inputValue().isBlank()) {
                field.fill("测试");
            }
        }
        var acts = somebody.find("act");
        var before = acts.count();
        somebody.find("send-" + action).click();
        assertThat(acts).hasCount(before + 1);
        assertThat(somebody.page().getByTestId("problem")).hasCount(0);
    }
}
