package org.serviceledger.query.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.serviceledger.query.testing.Asked;
import org.serviceledger.query.testing.AttendanceScene;
import org.serviceledger.query.testing.History;
import org.serviceledger.query.testing.QueryTest;
import org.serviceledger.query.testing.SignedInUser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@QueryTest
class ActSearchTest {

    private static final String ZHANG_MIN = "/api/acts?from=2026-11-01&to=2026-11-30&person=" + History.ZHANG_MIN;

    @Autowired
    private Asked asked;

    @Test
    void tellsEverythingOnePersonDidInAPeriodTheLatestFirst() {
        var hits = asked.by(SignedInUser.inspector(), ZHANG_MIN);

        assertThat(hits.path("total").asInt()).isEqualTo(8);
        assertThat(hits.path("items").path(0).path("type").asString()).isEqualTo("window-day.paused");
        assertThat(hits.path("items"))
                .extracting(act -> act.path("person").asString())
                .containsOnly(History.ZHANG_MIN.value());
        assertThat(hits.path("items").findValuesAsString("occurredAt"))
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void addsThemUpByTypeAndDay() {
        var hits = asked.by(SignedInUser.inspector(), ZHANG_MIN);

        assertThat(counts(hits.path("byType")))
                .containsEntry("case.accepted", 1)
                .containsEntry("window-day.opened", 1);
        assertThat(counts(hits.path("byDay")))
                .isEqualTo(Map.of("2026-11-02", 3, "2026-11-03", 1, "2026-11-09", 2, "2026-11-20", 2));
    }

    @Test
    void narrowsByTypeDayOrganisationAndDeviation() {
        assertThat(total(ZHANG_MIN + "&type=case.accepted&type=case.received")).isEqualTo(2);
        assertThat(total("/api/acts?person=staff-0101&from=2026-11-09&to=2026-11-09"))
                .isEqualTo(2);
        assertThat(total(ZHANG_MIN + "&organization=org-320623100")).isZero();
        assertThat(total(ZHANG_MIN + "&deviating=true")).isEqualTo(2);
        assertThat(total("/api/acts?concerned=" + AttendanceScene.A + "&type=staff-day.handed-over"))
                .isEqualTo(1);
    }

    @Test
    void pagesThroughAllOfThemOnce() {
        var seen = new ArrayList<String>();
        var page = asked.by(SignedInUser.inspector(), "/api/acts?limit=40");
        var total = page.path("total").asInt();
        seen.addAll(page.path("items").findValuesAsString("position"));
        while (!page.path("next").isNull()) {
            page = asked.by(
                    SignedInUser.inspector(),
                    "/api/acts?limit=40&cursor=" + page.path("next").asString());
            seen.addAll(page.path("items").findValuesAsString("position"));
        }

        assertThat(seen).hasSize(total).doesNotHaveDuplicates();
    }

    @Test
    void showsNobodyMoreThanTheirScope() {
        var clerk = SignedInUser.clerk();
        var mine = asked.by(clerk, "/api/acts?limit=200");

        assertThat(new HashSet<>(mine.path("items").findValuesAsString("organisationId")))
                .containsExactly(History.TOWN.value());
        assertThat(mine.path("items").findValuesAsString("subject")).doesNotContain("evaluation");
        assertThat(asked.by(clerk, "/api/acts?person=" + AttendanceScene.A)
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(asked.problem(clerk, "/api/acts?organization=org-320623").status())
                .isEqualTo(403);
        assertThat(mine.toString()).doesNotContain(History.APPLICANT);
    }

    private int total(String address) {
        return asked.by(SignedInUser.inspector(), address).path("total").asInt();
    }

    private static Map<String, Integer> counts(JsonNode facets) {
        var counts = new HashMap<String, Integer>();
        facets.forEach(facet ->
                counts.put(facet.path("value").asString(), facet.path("count").asInt()));
        return counts;
    }
}
