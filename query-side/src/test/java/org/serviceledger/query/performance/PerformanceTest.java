package org.serviceledger.query.performance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.serviceledger.query.testing.Asked;
import org.serviceledger.query.testing.PerformanceScene;
import org.serviceledger.query.testing.QueryTest;
import org.serviceledger.query.testing.SignedInUser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Compares performance figures with a history counted by hand, and follows the link from every figure to its cases. */
@QueryTest
class PerformanceTest {

    private static final String REPORT =
            "/api/reports/performance?from=2026-11-01&to=2026-11-15&organization=" + PerformanceScene.HALL;

    @Autowired
    private Asked asked;

    @Test
    void countsWhatHappenedInThePeriod() {
        var total = figures(REPORT);

        assertThat(total.path("received").asInt()).isEqualTo(10);
        assertThat(total.path("accepted").asInt()).isEqualTo(9);
        assertThat(total.path("finished").asInt()).isEqualTo(5);
        assertThat(total.path("early").asInt()).isEqualTo(2);
        assertThat(total.path("onTime").asInt()).isEqualTo(1);
        assertThat(total.path("late").asInt()).isEqualTo(1);
        assertThat(total.path("dueUnfinished").asInt()).isEqualTo(1);
        assertThat(total.path("overdueNow").asInt()).isEqualTo(2);
        assertThat(total.path("inProgress").asInt()).isEqualTo(4);
        assertThat(total.path("notAccepted").asInt()).isEqualTo(1);
        assertThat(total.path("withdrawn").asInt()).isEqualTo(1);
        assertThat(total.path("terminated").asInt()).isEqualTo(1);
    }

    @Test
    void dividesByWhatItSaysItDividesBy() {
        var total = figures(REPORT);

        assertThat(total.path("onTimeRate").decimalValue()).isEqualByComparingTo("0.6");
        assertThat(total.path("earlyRate").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(total.path("finishRate").decimalValue()).isEqualByComparingTo("0.5555");
        assertThat(total.path("medianWorkingDays").asInt()).isEqualTo(3);
        assertThat(total.path("p90WorkingDays").asInt()).isEqualTo(7);
        assertThat(total.path("medianHours").decimalValue()).isEqualByComparingTo("120.0");
        assertThat(total.path("p90Hours").asDouble()).isBetween(168.0, 216.0);
        assertThat(total.path("promiseCompression").decimalValue()).isEqualByComparingTo("0.2");
        assertThat(total.path("limitCompression").decimalValue()).isEqualByComparingTo("0.75");
    }

    @Test
    void spreadsFinishedCasesOverTheDaysTheyTook() {
        var spread = asked.by(SignedInUser.inspector(), REPORT).path("workingDays");

        assertThat(spread.findValues("days").stream().map(JsonNode::asInt)).containsExactly(1, 3, 5, 7);
        assertThat(spread.findValues("within").stream().map(JsonNode::asDouble)).containsExactly(0.25, 0.5, 0.75, 1.0);
        for (var bar : spread) {
            var cases = asked.by(SignedInUser.inspector(), bar.path("cases").asString());
            assertThat(cases.path("total").asLong())
                    .as(bar.toString())
                    .isEqualTo(bar.path("count").asLong())
                    .isEqualTo(1);
        }
        assertThat(asked
                        .by(SignedInUser.inspector(), REPORT + "&staff=" + PerformanceScene.P)
                        .path("workingDays")
                        .findValues("days")
                        .stream()
                        .map(JsonNode::asInt))
                .containsExactly(1, 5);
        assertThat(asked.by(SignedInUser.inspector(), REPORT + "&imported=true").path("workingDays"))
                .isEmpty();
    }

    @Test
    void countsRatingsThatStand() {
        var ratings = figures(REPORT).path("ratings");

        assertThat(ratings.path("count").asInt()).isEqualTo(2);
        assertThat(ratings.path("bad").asInt()).isEqualTo(1);
        assertThat(ratings.path("goodRate").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(ratings.path("byLevel").path("DISSATISFIED").asInt()).isEqualTo(1);
        assertThat(ratings.path("byLevel").path("VERY_DISSATISFIED").asInt()).isZero();
    }

    @Test
    void hasNoRateOfNothing() {
        var total =
                figures("/api/reports/performance?from=2026-08-01&to=2026-08-31&organization=" + PerformanceScene.HALL);

        assertThat(total.path("finished").asInt()).isZero();
        for (var rate : new String[] {
            "onTimeRate", "earlyRate", "finishRate", "medianWorkingDays", "medianHours", "promiseCompression"
        }) {
            assertThat(total.path(rate).isNull()).as(rate).isTrue();
        }
        assertThat(total.path("ratings").path("goodRate").isNull()).isTrue();
    }

    @Test
    void leavesImportedCasesNothingButTheirDuration() {
        var total = figures(REPORT + "&imported=true");

        assertThat(total.path("finished").asInt()).isEqualTo(1);
        assertThat(total.path("early").asInt()
                        + total.path("onTime").asInt()
                        + total.path("late").asInt())
                .isZero();
        assertThat(total.path("medianWorkingDays").isNull()).isTrue();
        assertThat(total.path("medianHours").decimalValue()).isEqualByComparingTo("96.0");
    }

    @Test
    void leadsFromEveryFigureOfEveryRowToItsCases() {
        int followed = 0;
        for (var by : GroupBy.values()) {
            var report = asked.by(SignedInUser.inspector(), REPORT + "&groupBy=" + by);
            assertThat(report.path("rows")).as(by.name()).isNotEmpty();
            for (var row : report.path("rows")) {
                followed += follow(row, by == GroupBy.STAFF);
            }
        }
        var total = asked.by(SignedInUser.inspector(), REPORT).path("total");
        assertThat(followed + follow(total, true)).isGreaterThan(120);
    }

    @Test
    void addsUpToTheTotalWhereEveryCaseIsInOneRow() {
        for (var by : new GroupBy[] {GroupBy.ORGANIZATION, GroupBy.ITEM, GroupBy.STAFF, GroupBy.DAY, GroupBy.WEEK}) {
            var report = asked.by(SignedInUser.inspector(), REPORT + "&groupBy=" + by);
            int finished = 0;
            for (var row : report.path("rows")) {
                finished += row.path("figures").path("finished").asInt();
            }
            assertThat(finished).as(by.name()).isEqualTo(5);
        }
    }

    @Test
    void answersForTheLastThirtyDaysOfOnesOwnScopeIfNothingIsAsked() {
        var own = asked.by(SignedInUser.manager().in(PerformanceScene.HALL), "/api/reports/performance");

        assertThat(own.path("from").asString()).isEqualTo("2026-10-22");
        assertThat(own.path("to").asString()).isEqualTo("2026-11-20");
        assertThat(own.path("organisationId").asString()).isEqualTo(PerformanceScene.HALL.value());
        assertThat(own.path("organisation").asString()).isEqualTo("袁庄镇为民服务中心");
        assertThat(own.path("total").path("figures").path("received").asInt()).isEqualTo(11);
        assertThat(asked.by(SignedInUser.inspector(), REPORT)
                        .path("organisationId")
                        .asString())
                .isEqualTo(PerformanceScene.HALL.value());
    }

    @Test
    void saysHowEachFigureIsDefined() {
        var report = asked.by(SignedInUser.inspector(), REPORT);

        assertThat(report.path("definitions").size()).isGreaterThan(15);
        assertThat(report.path("definitions").path(0).path("figure").asString()).isEqualTo("received");
        assertThat(report.path("definitions").path(0).path("numerator").asString())
                .isEqualTo("cases received in the period; imported cases by their first day");
        assertThat(report.path("total").path("label").asString()).isEqualTo("total");
        assertThat(report.path("asOf").asLong()).isNotNegative();
    }

    @Test
    void keepsRatingsFromThoseWhoAreRated() {
        var clerk = SignedInUser.clerk().in(PerformanceScene.HALL);

        assertThat(asked.by(clerk, REPORT)
                        .path("total")
                        .path("figures")
                        .path("ratings")
                        .isNull())
                .isTrue();
    }

    private JsonNode figures(String address) {
        return asked.by(SignedInUser.inspector(), address).path("total").path("figures");
    }

    private int follow(JsonNode row, boolean zerosToo) {
        int followed = 0;
        for (var link : row.path("cases").properties()) {
            var figure = figure(row.path("figures"), link.getKey());
            if (figure > 0 || zerosToo) {
                var cases = asked.by(SignedInUser.inspector(), link.getValue().asString());
                assertThat(cases.path("total").asLong())
                        .as("%s of %s: %s", link.getKey(), row.path("label").asString(), link.getValue())
                        .isEqualTo(figure);
                followed++;
            }
        }
        return followed;
    }

    private static long figure(JsonNode figures, String name) {
        return switch (name) {
            case "ratings" -> figures.path("ratings").path("count").asLong();
            case "goodRatings" -> figures.path("ratings").path("good").asLong();
            case "badRatings" -> figures.path("ratings").path("bad").asLong();
            default -> {
                assertThat(figures.has(name)).as(name).isTrue();
                yield figures.path(name).asLong();
            }
        };
    }
}
