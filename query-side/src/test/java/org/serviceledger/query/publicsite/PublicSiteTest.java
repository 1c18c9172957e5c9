package org.serviceledger.query.publicsite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.query.testing.Asked;
import org.serviceledger.query.testing.History;
import org.serviceledger.query.testing.PerformanceScene;
import org.serviceledger.query.testing.QueryTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@QueryTest
class PublicSiteTest {

    private static final String PROGRESS =
            "/api/public/progress?number=" + History.STORY.number() + "&code=" + History.STORY_CODE;

    @Autowired
    private Asked asked;

    @ParameterizedTest
    @ValueSource(strings = {"yyzz", "营业执照", "yingyezhizhao", "11320623MB1234567W4000131001000"})
    void findsItemsByWordsPinyinAndCode(String words) {
        var list = asked.byAnybody("/api/public/items?q=" + words);

        assertThat(list.path("total").asInt()).isEqualTo(1);
        assertThat(list.path("items").path(0).path("name").asString()).isEqualTo("个体工商户营业执照办理");
    }

    @Test
    void listsItemsByCategoryThemeDepartmentAndAudienceWithoutCancelledOnes() {
        var all = asked.byAnybody("/api/public/items");
        assertThat(all.path("total").asInt()).isEqualTo(2);
        assertThat(all.path("facets").path("category").findValuesAsString("label"))
                .containsExactlyInAnyOrder("services for production", "social affairs");

        for (var filter : new String[] {"category=SOCIAL_AFFAIRS", "theme=社会保障", "department=民政局"}) {
            assertThat(asked.byAnybody("/api/public/items?" + filter)
                            .path("total")
                            .asInt())
                    .as(filter)
                    .isEqualTo(1);
        }
        assertThat(asked.byAnybody("/api/public/items?audience=ENTERPRISE")
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void pagesThroughItems() {
        var first = asked.byAnybody("/api/public/items?limit=1");
        var second = asked.byAnybody(
                "/api/public/items?limit=1&cursor=" + first.path("next").asString());

        assertThat(second.path("items").path(0).path("id"))
                .isNotEqualTo(first.path("items").path(0).path("id"));
    }

    @Test
    void marksWordsInNames() {
        var list = asked.byAnybody("/api/public/items?q=营业执照");

        assertThat(list.path("items").path(0).path("nameHtml").asString()).isEqualTo("个体工商户<mark>营业执照</mark>办理");
    }

    @Test
    void guidesToAnItem() {
        var guide = asked.byAnybody("/api/public/items/" + History.LICENCE);

        assertThat(guide.path("details").path("promisedLimit").path("value").asInt())
                .isEqualTo(3);
        assertThat(guide.path("inService").asBoolean()).isTrue();
        assertThat(asked.byAnybody("/api/public/items/" + History.CANCELLED_ITEM)
                        .path("notInService")
                        .asString())
                .isEqualTo("cancelled");
        assertThat(asked.problemForAnybody("/api/public/items/item-unknown").status())
                .isEqualTo(404);
    }

    @Test
    void showsHallsWithTheirWindowsAsTheyAreNow() {
        var halls = asked.byAnybody("/api/public/halls");
        assertThat(halls.path("items").path(0).path("id").asString()).isEqualTo(History.COUNTY.value());

        var board = asked.byAnybody("/api/public/halls/" + History.TOWN);
        assertThat(board.path("windows").findValuesAsString("state")).containsExactly("PAUSED", "NOT_OPENED");
        assertThat(board.path("windows").findValuesAsString("stateTerm")).containsExactly("paused", "not opened");
        assertThat(board.path("windows").path(0).path("reason").asString()).isEqualTo("系统维护");
        assertThat(board.path("serviceHours").size()).isEqualTo(2);
        assertThat(board.path("leaders").path(0).path("name").asString()).isEqualTo("吴思远");
    }

    @Test
    void tellsHowFarACaseHasCome() {
        var progress = asked.byAnybody(PROGRESS);

        assertThat(progress.path("stateTerm").asString()).isEqualTo("finished");
        assertThat(progress.path("steps").findValuesAsString("type"))
                .startsWith("case.applied", "case.received", "case.accepted")
                .endsWith("case.finished");
        assertThat(progress.path("mayRate").asBoolean()).isFalse();
    }

    @Test
    void cannotBeToldApartWhatWasWrong() {
        var wrongCode = asked.problemForAnybody("/api/public/progress?number=320623001-0002&code=WRONG");
        var wrongNumber = asked.problemForAnybody("/api/public/progress?number=320623001-9999&code=AB12CD");
        var noNumber = asked.problemForAnybody("/api/public/progress?number=***&code=AB12CD");

        assertThat(wrongCode.status()).isEqualTo(404);
        assertThat(wrongNumber.body()).isEqualTo(wrongCode.body());
        assertThat(noNumber.body()).isEqualTo(wrongCode.body());
    }

    @Test
    void stopsGuessingOfCodes() {
        var guess = "/api/public/progress?number=320623100-0003&code=";
        for (int number = 0; number < 10; number++) {
            assertThat(asked.problemForAnybody(guess + "G" + number).status()).isEqualTo(404);
        }

        var problem = asked.problemForAnybody(guess + History.STORY_CODE);

        assertThat(problem.status()).isEqualTo(429);
        assertThat(asked.byAnybody(PROGRESS).path("number").asString()).isEqualTo(History.STORY.number());
    }

    @Test
    void countsWrongCodesOfACaseHoweverItsNumberIsWritten() {
        for (int guess = 0; guess < 10; guess++) {
            var number = (guess % 2 == 0 ? "" : "case-") + "320623100-0004";
            assertThat(asked.problemForAnybody("/api/public/progress?number=%s&code=G%d".formatted(number, guess))
                            .status())
                    .isEqualTo(404);
        }

        assertThat(asked.problemForAnybody("/api/public/progress?number=320623100-0004&code=G")
                        .status())
                .isEqualTo(429);
    }

    @Test
    void suppressesSmallCounts() {
        var statistics = asked.byAnybody("/api/public/statistics?from=2026-11-01&to=2026-11-15");

        var hall = line(statistics.path("halls"), PerformanceScene.HALL.value());
        assertThat(hall.path("received").asInt()).isEqualTo(10);
        assertThat(hall.path("finished").asInt()).isEqualTo(5);
        assertThat(hall.path("onTimeRate").decimalValue()).isEqualByComparingTo("0.6");
        assertThat(hall.path("medianWorkingDays").isNull()).isTrue();
        assertThat(hall.path("ratings").isNull()).isTrue();
        assertThat(hall.path("goodRate").isNull()).isTrue();
        assertThat(line(statistics.path("halls"), History.TOWN.value())
                        .path("finished")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/public/items",
                "/api/public/items/item-11320623MB1234567W4000131001000",
                "/api/public/halls",
                "/api/public/halls/org-320623001",
                PROGRESS_PAGE,
                "/api/public/statistics?from=2026-11-01&to=2026-11-15"
            })
    void tellsNothingPersonal(String address) {
        var answer = asked.byAnybody(address).toString();

        assertThat(answer)
                .doesNotContain(History.APPLICANT, "王", History.ID_NUMBER, History.PHONE)
                .doesNotContain("张敏", "李强", "赵主任", "甲", "staff-", History.STORY_CODE)
                .doesNotContain("\"person", "\"name\":\"Resource", "\"handler", "\"applicant");
    }

    private static final String PROGRESS_PAGE = "/api/public/progress?number=320623001-0001&code=AB12CD";

    private static JsonNode line(JsonNode lines, String key) {
        for (var line : lines) {
            if (line.path("key").asString().equals(key)) {
                return line;
            }
        }
        throw new AssertionError("no line for " + key);
    }
}
