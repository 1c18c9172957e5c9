package org.serviceledger.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The pages in a real browser, as their four kinds of users see them. */
@ResourceLock(SharedDemo.ALONE)
@Order(1)
class BrowserTest {

    private static final String STORY = "320623107-GL-0001";

    @AutoClose
    private static final Chromium CHROMIUM = new Chromium();

    private final LedgerProcess server = SharedDemo.server();

    @Test
    void aCitizenFindsAnItemByInitialsAndSeesTheHalls() {
        try (var citizen = CHROMIUM.visitor(server)) {
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
            citizen.follow(citizen.find("footer-ledger"));
            assertThat(citizen.find("root").locator("span")).hasCount(16);
            assertThat(citizen.find("key")).containsText("localhost+");
            citizen.look();
            citizen.print();
            citizen.open("/sign-in");
            citizen.page().navigate("/cases");
            assertThat(citizen.page()).hasURL(Pattern.compile(".*/sign-in$"));
        }
    }

    @Test
    void aReaderOfEnglishSwitchesOnceAndStaysThere() {
        try (var reader = CHROMIUM.visitor(server)) {
            var page = reader.page().locator("html");
            reader.open("/halls");
            assertThat(page).hasAttribute("lang", "zh-CN");

            reader.find("language").click();
            assertThat(page).hasAttribute("lang", "en");
            assertThat(reader.page().locator("h1")).hasText("Service halls");
            reader.look();
            List.of("/", "/items", "/progress", "/ledger", "/sign-in").forEach(path -> {
                reader.open(path);
                assertThat(page).hasAttribute("lang", "en");
            });

            reader.find("language").click();
            assertThat(page).hasAttribute("lang", "zh-CN");
            assertThat(reader.page()).hasTitle("登录 · 如东县政务服务台账");
        }
    }

    @Test
    void anInspectorFollowsTheChainOfACase() {
        try (var inspector = CHROMIUM.visitor(server)) {
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
            inspector.print();
            assertThat(inspector.find("proof").first()).isVisible();
            var evidence = inspector
                    .page()
                    .waitForDownload(() -> inspector.find("evidence").click());
            assertThat(evidence.suggestedFilename()).isEqualTo("evidence-" + STORY + ".zip");
            assertThat(evidence.failure()).isNull();

            inspector.open("/people/staff-320623107-01");
            assertThat(inspector.find("act").first()).isVisible();
        }
    }

    @Test
    void anAnalystReadsPerformanceAndAttendance() {
        try (var analyst = CHROMIUM.visitor(server)) {
            analyst.signIn("analyst");
            analyst.open("/performance");
            assertThat(analyst.find("rows")).isVisible();
            assertThat(analyst.page()
                            .locator("canvas, svg.chart, [data-chart] svg")
                            .first())
                    .isVisible();
            analyst.page().getByText("办理工作日分布的数据").click();
            assertThat(analyst.find("spread").locator("tbody tr").first()).isVisible();
            analyst.look();
            analyst.print();
            analyst.follow(analyst.find("received").first());
            assertThat(analyst.find("case-row").first()).isVisible();
            analyst.open("/attendance");
            assertThat(analyst.find("report")).isVisible();
            analyst.print();
        }
    }

    @Test
    void anAdministratorHasTheWholeLedgerVerified() {
        try (var administrator = CHROMIUM.visitor(server)) {
            administrator.signIn("admin");
            administrator.open("/operations");
            assertThat(administrator.find("checkpoint")).containsText("前");
            assertThat(administrator.find("read-models").locator("tbody tr")).hasCount(7);

            administrator.find("verify-now").click();
            var result = administrator.find("result");
            await().atMost(Duration.ofMinutes(2)).until(() -> {
                administrator.page().navigate("/operations");
                return result.count() == 1 && administrator.find("running").count() == 0;
            });
            assertThat(result).containsText("完好");
            administrator.look();
        }
        try (var clerk = CHROMIUM.visitor(server)) {
            clerk.signIn("clerk");
            assertThat(clerk.find("nav-OPERATIONS")).hasCount(0);
            assertThat(clerk.page().navigate("/operations").status()).isEqualTo(403);
        }
    }

    @Test
    void onAPhoneTheMenuHoldsEveryLinkAndTheWayOut() {
        try (var administrator = CHROMIUM.visitor(server)) {
            administrator.signIn("admin");
            administrator.open("/");
            administrator.page().setViewportSize(390, 844);
            assertThat(administrator.find("sign-out")).isHidden();
            administrator.page().locator("[data-menu]").click();
            assertThat(administrator.find("nav-OPERATIONS")).isVisible();
            assertThat(administrator.find("sign-out")).isVisible();
            administrator.look();
            administrator.page().setViewportSize(390, 844);
            administrator.follow(administrator.find("nav-OPERATIONS"));
            assertThat(administrator.find("operations")).isVisible();
            assertThat(administrator.find("sign-out")).isHidden();
        }
    }

    @Test
    void aCaseIsCarriedToItsEndAndTheApplicantRates() {
        String desk;
        String number;
        String code;
        try (var clerk = CHROMIUM.visitor(server)) {
            clerk.signIn("clerk");
            clerk.open("/desk");
            clerk.open("/desk/new?q=yyzz");
            clerk.follow(clerk.find("choose-item").first());
            clerk.page().locator("#applicant-name").fill("王测试");
            clerk.page().locator("#title").fill("浏览器测试：开一家书店");
            clerk.look();
            clerk.find("apply").click();
            assertThat(clerk.find("receipt")).isVisible();
            number = clerk.page().locator("[data-number]").innerText();
            code = clerk.page().locator("[data-code]").innerText();
            clerk.look();
            clerk.follow(clerk.find("receipt").locator("a"));
            desk = clerk.page().url().replaceAll("^https?://[^/]+|\\?.*$", "");
            clerk.look();

            List.of("receive", "accept", "route", "start-step", "finish-step").forEach(action -> take(clerk, action));
            clerk.look();
        }
        try (var manager = CHROMIUM.visitor(server)) {
            manager.signIn("manager");
            manager.open(desk);
            List.of("grant", "finish", "issue", "deliver").forEach(action -> take(manager, action));
            assertThat(manager.find("act").count()).isGreaterThanOrEqualTo(9);
            send(manager, "invite");
            assertThat(manager.find("invited")).isVisible();
            assertThat(manager.find("step-invite")).hasCount(0);
            manager.look();
        }
        try (var applicant = CHROMIUM.visitor(server)) {
            applicant.open("/progress");
            rate(applicant, number, code);
        }
    }

    /** Rates a case without sign-in: number and code of the receipt suffice. */
    private static void rate(Visitor applicant, String number, String code) {
        applicant.page().locator("#number").fill(number);
        applicant.page().locator("#code").fill(code);
        applicant.follow(applicant.find("ask"));
        assertThat(applicant.find("state")).hasText("已送达");
        assertThat(applicant.find("proof").first()).isVisible();
        var receipts = applicant
                .page()
                .waitForDownload(() -> applicant.find("receipts").click());
        assertThat(receipts.suggestedFilename()).startsWith("receipts-").endsWith(".zip");
        applicant.look();

        applicant.find("rating").getByLabel("基本满意").check();
        applicant.page().locator("#text").fill("一次就办好了");
        applicant.find("rate").click();
        assertThat(applicant.find("rated")).containsText("基本满意");
        assertThat(applicant.find("rating")).hasCount(0);
        applicant.look();
    }

    @Test
    void aClerkReadsInChineseAndInLocalTimeWhyNot() throws Exception {
        var applied = server.as("clerk").post("/api/cases", new Application("浏览器测试：两人同时收件").body(server));
        var id = applied.json().path("id").asString();
        try (var clerk = CHROMIUM.visitor(server)) {
            clerk.signIn("clerk");
            clerk.page()
                    .navigate("/desk/cases/" + id + "?timeout=30s&minPosition="
                            + applied.json().path("position"));
            aColleague(id, "receive", Map.of("receiptNumber", "SJ-1"));
            clerk.beRefused(() -> send(clerk, "receive"));
            assertThat(clerk.find("problem"))
                    .hasText(Pattern.compile("^办件已收件，此时不可执行此操作：[^（]+（%s）看看现在怎样$".formatted(id)));
            clerk.look();

            clerk.find("problem").getByRole(AriaRole.LINK).click();
            assertThat(clerk.find("act")).hasCount(2);
            var ahead = Instant.now().plusSeconds(90);
            aColleague(id, "correct", Map.of("correction", "改了住址", "at", ahead.toString()));
            clerk.beRefused(() -> send(clerk, "accept"));
            var clock = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
            assertThat(clerk.find("problem"))
                    .hasText(Pattern.compile("^时间 [0-9年月日]+ [:0-9]{5,8} 早于上一动作 " + clock.format(ahead)));
        }
    }

    /** Records an act of a colleague while the page is open, and waits until the read model shows it. */
    private void aColleague(String id, String action, Map<String, Object> body) throws Exception {
        var done = server.as("clerk").post("/api/cases/%s/%s".formatted(id, action), body);
        assertThat(done.status()).as(done::toString).isEqualTo(200);
        var seen = server.as("clerk")
                .get("/api/cases/%s/chain?timeout=30s&minPosition=%s"
                        .formatted(id, done.json().path("position")));
        assertThat(seen.status()).as(seen::toString).isEqualTo(200);
    }

    /** Fills in the empty fields of the step's form, submits it, and waits until the page shows the new act. */
    private static void take(Visitor somebody, String action) {
        var acts = somebody.find("act");
        var before = acts.count();
        send(somebody, action);
        assertThat(acts).hasCount(before + 1);
        assertThat(somebody.find("problem")).hasCount(0);
    }

    private static void send(Visitor somebody, String action) {
        var step = somebody.find("step-" + action);
        if (step.getAttribute("open") == null) {
            step.locator("summary").click();
        }
        for (var field : step.locator("[required]").all()) {
            if (field.inputValue().isBlank()) {
                field.fill("测试");
            }
        }
        somebody.find("send-" + action).click();
    }
}
