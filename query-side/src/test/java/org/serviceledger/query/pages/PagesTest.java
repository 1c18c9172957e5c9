package org.serviceledger.query.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.api.Families;
import org.serviceledger.api.act.DeclaredActs;
import org.serviceledger.projection.engine.ProjectionStatus;
import org.serviceledger.projection.engine.Projections;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

@SpringBootTest(classes = ShownApplication.class)
@AutoConfigureMockMvc
class PagesTest {

    private static final String STORY = "/cases/" + DaysOnShow.STORY.value();

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private Projections projections;

    @BeforeEach
    void everythingIsFolded() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> projections.status().stream()
                        .allMatch(status -> status.state() == ProjectionStatus.State.LIVE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/items", "/halls", "/halls/org-320623001", "/progress", "/ledger", "/sign-in"})
    void thePublicNeedsNoSignIn(String path) {
        assertThat(open(path)).hasStatusOk().bodyText().contains("<main", "</html>", "data-testid=\"sign-in-link\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/, 办什么事, What to bring",
        "/items, 清除筛选, Clear filters",
        "/items/item-11320623MB0000000000000000000000, 受理条件, Where and when",
        "/halls, 实时查看窗口开放情况, Which windows are open right now",
        "/halls/org-320623001, 窗口实时状态, Windows now",
        "/progress, 编号和查询码在收件凭证上, Both the number and the code are on your receipt",
        "/ledger, 现行检查点, In force",
        "/sign-in, 工作人员登录, Staff sign-in",
        "/halls/nowhere, 查询条件有误, Bad request"
    })
    void eachPublicPageSpeaksOneLanguage(String path, String chinese, String english) {
        assertThat(open(path))
                .bodyText()
                .contains("<html lang=\"zh-CN\"", "如东县政务服务台账", ">办事<", ">登录<", "主导航", chinese)
                .doesNotContain("Rudong Service Ledger", ">Services<", ">Sign in<", "\"Main\"", english);
        assertThat(inEnglish(path))
                .bodyText()
                .contains("<html lang=\"en\"", "Rudong Service Ledger", ">Services<", ">Sign in<", "\"Main\"", english)
                .doesNotContain("如东县政务服务台账", ">办事<", "首页", "登录", "主导航", chinese);
    }

    @Test
    void aPageLeadsToItselfInTheOtherLanguage() {
        var link = "<a class=\"language\" href=\"/language/%s\\?back=[^\"]*halls\"[^>]* lang=\"%s\"[^>]*>%s<";

        assertThat(open("/halls")).bodyText().containsPattern(link.formatted("en", "en", "English"));
        assertThat(inEnglish("/halls")).bodyText().containsPattern(link.formatted("zh-CN", "zh-CN", "中文"));
    }

    @Test
    void theSwitchOfLanguagesCarriesNoCode() {
        assertThat(open("/progress?number=1&code=AB12CD"))
                .bodyText()
                .containsPattern("href=\"/language/en\\?back=[^\"]*number[^\"]*1\"")
                .doesNotContainPattern("back=[^\"]*AB12CD");
    }

    @ParameterizedTest
    @CsvSource({
        "inspector, /cases, results",
        "inspector, /people/staff-001-03, results",
        "analyst, /performance, report",
        "analyst, /attendance?organization=org-320623001&month=2026-11, report",
        "analyst, /attendance/staff-001-05?from=2026-11-01&to=2026-11-23, days",
        "clerk, /desk, duty",
        "clerk, /desk/new, choose-item",
        "manager, /desk/cases/case-3206230012026112000088, case",
        "inspector, /cases/case-3206230012026102600010, chain",
        "inspector, /ledger, checkpoint"
    })
    void htmxGetsThePartItAsksForAndABrowserTheWhole(String user, String path, String part) {
        var whole = open(path, user);
        var fragment = browser.get()
                .uri(path)
                .header("HX-Request", "true")
                .header(HttpHeaders.AUTHORIZATION, as(user))
                .exchange();

        assertThat(whole).hasStatusOk().bodyText().contains("<html", "<main", "data-testid=\"" + part + "\"");
        assertThat(fragment)
                .hasStatusOk()
                .bodyText()
                .contains("data-testid=\"" + part + "\"")
                .doesNotContain("<html", "<main", "<nav id=\"menu\"");
        assertThat(fragment).headers().hasValue(HttpHeaders.VARY, "HX-Request");
    }

    @Nested
    class TheChainOfACase {

        @Test
        void showsWhoDidWhatAsWhatAndForWhom() {
            assertThat(open(STORY, "inspector"))
                    .bodyText()
                    .contains("徐志强", "审核人", "3号 市政公共服务综合窗口", "超过承诺时限", "不满意")
                    .contains("代 陆敏 履职", "，至 2026年11月2日", ">周一<")
                    .containsPattern("实际用时 \\d+ 个工作日（");
        }

        @Test
        void speaksEnglishToThoseWhoReadIt() {
            assertThat(inEnglish(STORY, "inspector"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Chain of acts", "Limits", "Who answers for it", "Evaluation", "Department")
                    .contains("徐志强", "reviewer", "for 陆敏", "past the promised limit", "dissatisfied", ">Mon<")
                    .contains("5 working days, until 2 November 2026", "November 2026")
                    .containsPattern("used \\d+ working days? \\(")
                    .contains("its proof is there in at most a second")
                    .doesNotContain("责任链", "时限", "责任人", "好差评", "事项", "部门", "渠道", "截至", "位置")
                    .doesNotContain("审核人", "履职", "超过", "实际用时", "工作日", ">周一<", "年 11 月", "证明");
        }

        @Test
        void showsTheCountedDays() {
            assertThat(open(STORY, "inspector")).bodyText().contains("data-testid=\"counted-days\"", "2026 年 11 月");
        }

        @Test
        void keepsEveryAttributeOfAnImportedAct() {
            assertThat(open("/cases/10011", "inspector"))
                    .bodyText()
                    .contains("receipt.xes.gz", "concept:instance", "task-42930", "Resource21")
                    .doesNotContain("时间顺序颠倒");
        }

        /** The log of these tests has sealed nothing yet. */
        @Test
        void saysWhenThereWillBeAProof() {
            assertThat(open(STORY, "inspector"))
                    .bodyText()
                    .contains("data-testid=\"proof-pending\"", "最多一秒后有证明")
                    .doesNotContain("data-testid=\"proof\"", "/proof\"");
        }

        @Test
        void speaksOfProofsOnlyThere() {
            assertThat(open("/people/staff-001-03", "inspector"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("data-testid=\"act\"")
                    .doesNotContain("class=\"proof\"");
        }

        @ParameterizedTest
        @CsvSource({"inspector, true", "supervisor, true", "manager, false", "clerk, false", "analyst, false"})
        void offersItsEvidenceToThoseWhoInvestigate(String user, boolean offered) {
            var html = text(open(STORY, user));

            assertThat(html).contains("data-testid=\"chain\"");
            assertThat(html.contains("data-testid=\"evidence\"")).isEqualTo(offered);
        }

        @Test
        void showsNoRatingToThoseWhoAreRated() {
            assertThat(open(STORY, "clerk"))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("不满意", "data-testid=\"evaluation\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "inspector, /cases",
        "inspector, /cases/case-3206230012026111900099",
        "inspector, /cases?q=script",
        "clerk, /desk",
        "clerk, /desk/cases/case-3206230012026111900099",
        "clerk, /desk/new",
        "inspector, /items",
        "inspector, /items?q=script"
    })
    void whatPeopleWriteIsTextAndNeverMarkup(String user, String path) {
        assertThat(open(path, user))
                .hasStatusOk()
                .bodyText()
                .contains("&lt;")
                .doesNotContain("<script>alert", "<img src=x");
    }

    @ParameterizedTest
    @CsvSource({
        "inspector, CASES, DESK",
        "inspector, PERFORMANCE, DESK",
        "analyst, ATTENDANCE, DESK",
        "clerk, DESK, PERFORMANCE",
        "clerk, CASES, ATTENDANCE",
        "manager, DESK, NOTHING",
        "manager, PERFORMANCE, NOTHING"
    })
    void navigationLeadsWhereTheRoleMayGo(String user, String there, String absent) {
        assertThat(open("/", user))
                .bodyText()
                .contains("nav-" + there + "\"", "data-testid=\"sign-out\"")
                .doesNotContain("nav-" + absent + "\"");
    }

    @Test
    void aPublicPageHasNoLinksForStaff() {
        assertThat(open("/")).bodyText().doesNotContain("nav-CASES", "nav-DESK", "sign-out", "csrf-token");
    }

    @ParameterizedTest
    @CsvSource({
        "inspector, /cases, 办件查询, Person (staff id or name)",
        "inspector, /cases?q=nothing-like-it, 没有符合条件的办件, No case matches",
        "inspector, /people/staff-001-03, 只看偏差, Deviations only",
        "clerk, /desk, 在办, 'Cases to do, the most urgent first'",
        "clerk, /desk/new, 选一个事项, Choose an item",
        "manager, /desk/cases/case-3206230012026112000088, 没有记下，请再试一次, 'Not recorded, please try again'"
    })
    void eachPageOfStaffSpeaksOneLanguage(String user, String path, String chinese, String english) {
        assertThat(open(path, user)).hasStatusOk().bodyText().contains(chinese).doesNotContain(english);
        assertThat(inEnglish(path, user))
                .hasStatusOk()
                .bodyText()
                .contains(english)
                .doesNotContain(chinese);
    }

    @Test
    void theDeskOffersNoDecisionToAClerk() {
        var path = "/desk/cases/" + DaysOnShow.OPEN.value();

        assertThat(open(path, "clerk"))
                .bodyText()
                .contains("data-testid=\"step-route\"")
                .doesNotContain("step-grant", "step-extend");
        assertThat(open(path, "manager")).bodyText().contains("data-testid=\"step-extend\"", "csrf-token");
    }

    @ParameterizedTest
    @CsvSource({
        "calendar, year=2027",
        "evaluation, caseNumber=3206230012026112000088",
        "item, id=YL001",
        "organization, id=320623001",
        "staff, number=1001",
        "staffday, staffNumber=1001&date=2026-11-24",
        "window, id=320623001-01",
        "windowday, windowId=320623001-01&date=2026-11-24"
    })
    void everyActOfARecordHasAForm(String feature, String record) {
        var acts = DeclaredActs.of(Families.of(feature));
        var address = "/desk/records/" + feature;
        var chinese = List.of(open(address, "administrator"), open(address + "?" + record, "administrator"));
        var english = List.of(inEnglish(address, "administrator"), inEnglish(address + "?" + record, "administrator"));
        for (var act : acts) {
            for (var pages : List.of(chinese, english)) {
                var page = pages.get(act.creates() ? 0 : 1);
                assertThat(page)
                        .as(act.template())
                        .hasStatusOk()
                        .bodyText()
                        .contains("data-testid=\"step-%s\"".formatted(act.name()));
                act.fields()
                        .forEach(field -> assertThat(page)
                                .as(act.template())
                                .bodyText()
                                .containsPattern("name=\"" + field.name() + "[\"\\[.]"));
            }
        }
    }

    @Test
    void theDeskListsTheKindsOfRecordsOfTheRole() {
        assertThat(open("/desk/records", "clerk"))
                .bodyText()
                .contains("records-staffday", "records-windowday", "records-evaluation")
                .doesNotContain("records-item", "records-calendar", "records-staff\"");
        assertThat(open("/desk/records/nothing", "clerk")).hasStatus(404);
    }

    @Test
    void theDeskSuggestsToAClerkOnlyWhatClerksDo() {
        var path = "/desk/cases/" + DaysOnShow.OPEN.value();
        var clerk = text(open(path, "clerk"));
        var kinds = clerk.substring(clerk.indexOf("id=\"start-step-kind\""));

        assertThat(kinds.substring(0, kinds.indexOf("</select>")))
                .contains("value=\"HANDLE\" selected")
                .doesNotContain("REVIEW", "APPROVE");
        assertThat(open(path, "manager")).bodyText().containsPattern("id=\"start-step-kind\"[\\s\\S]*value=\"REVIEW\"");
        assertThat(open(path, "manager")).bodyText().containsPattern("id=\"extend-workingDays\"[^>]*max=\"15\"");
    }

    @Test
    void theDeskInvitesNobodyTwice() {
        assertThat(open("/desk/cases/" + DaysOnShow.STORY.value(), "clerk"))
                .hasStatusOk()
                .bodyText()
                .contains("data-testid=\"invited\"")
                .doesNotContain("/invite\"", "不满意");
    }

    @Test
    void theReportSaysWhatItIsAbout() {
        assertThat(open("/performance", "analyst"))
                .bodyText()
                .containsPattern("data-testid=\"about\">\\s*<span[^>]*>2026-10-25 至 2026-11-23<")
                .contains("data-chart=\"spread\"", "workingDays=");
    }

    @Test
    void emptyFieldsOfAFormAskForNothing() {
        assertThat(open("/cases?q=&from=&to=&person=&sort=", "inspector")).hasStatusOk();
    }

    @Test
    void pagesAreTurnedWithTheFiltersKept() {
        var first = browser.get()
                .uri(URI.create("/cases?q=%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7&state=DELIVERED&limit=2&from="))
                .header(HttpHeaders.AUTHORIZATION, as("inspector"))
                .exchange();
        var more = Pattern.compile("hx-get=\"(/cases\\?[^\"]*)\"")
                .matcher(text(first))
                .results()
                .map(found -> HtmlUtils.htmlUnescape(found.group(1)))
                .findFirst()
                .orElseThrow();

        assertThat(more).contains("state=DELIVERED", "limit=2").doesNotContain("from=");
        assertThat(browser.get()
                        .uri(URI.create(more))
                        .header(HttpHeaders.AUTHORIZATION, as("inspector"))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("data-testid=\"case-row\"", "营业执照");
    }

    @ParameterizedTest
    @CsvSource({"/cases/nothing-like-it, NOT_FOUND", "/cases?from=yesterday, BAD_REQUEST", "/halls/nowhere, BAD_REQUEST"
    })
    void whatCannotBeShownIsSaidInTheLookOfThePages(String path, HttpStatus status) {
        assertThat(open(path, "inspector"))
                .hasStatus(status)
                .bodyText()
                .contains("data-testid=\"error-text\"", "masthead")
                .doesNotContain("Exception");
    }

    @Test
    void aWrongCodeSaysNoMoreThanThat() {
        assertThat(open("/progress?number=%s&code=999999".formatted(DaysOnShow.OPEN.number())))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("data-testid=\"unknown\"")
                .doesNotContain("王桂兰", "养老保险");
    }

    @Test
    void theRightCodeShowsTheWayAndNobodysName() {
        assertThat(open("/progress?number=%s&code=%s".formatted(DaysOnShow.OPEN.number(), DaysOnShow.CODE)))
                .hasStatusOk()
                .bodyText()
                .contains("data-testid=\"steps\"", "受理")
                .doesNotContain("王桂兰", "陈秀英");
    }

    @Test
    void theCheckpointIsThereToBeReadAloud() {
        assertThat(open("/ledger"))
                .bodyText()
                .contains("log.example", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "log.example+")
                .contains("<span>e3b0</span><span>c442</span><span>98fc</span><span>1c14</span>")
                .contains("尚无副署", "data-testid=\"anchor-none\"");
    }

    private MvcTestResult open(String path) {
        return browser.get().uri(path).accept(MediaType.TEXT_HTML).exchange();
    }

    private MvcTestResult inEnglish(String path) {
        return browser.get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .exchange();
    }

    private MvcTestResult open(String path, String user) {
        return browser.get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .header(HttpHeaders.AUTHORIZATION, as(user))
                .exchange();
    }

    private MvcTestResult inEnglish(String path, String user) {
        return browser.get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .header(HttpHeaders.AUTHORIZATION, as(user))
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String as(String user) {
        var credentials = user + ":" + ShownApplication.PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
