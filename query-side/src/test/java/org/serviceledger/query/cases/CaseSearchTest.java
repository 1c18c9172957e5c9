package org.serviceledger.query.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.query.testing.Asked;
import org.serviceledger.query.testing.History;
import org.serviceledger.query.testing.QueryTest;
import org.serviceledger.query.testing.SignedInUser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@QueryTest
class CaseSearchTest {

    @Autowired
    private Asked asked;

    @ParameterizedTest
    @CsvSource({
        "q=个体工商户&organization=org-320623001, 2",
        "q=营业执照申请&organization=org-320623001, 1",
        "q=优待证, 25",
        "q=yhz, 0",
        "q=ydz, 25",
        "q=320623001-0001, 1",
        "q=case-320623001-0001, 1",
        "q=10011, 1",
        "q=10012, 0",
        "q=…！, 0",
        "item=item-11320623MB1234567W4000711002000, 25",
        "item=none, 2",
        "window=window-320623001-01, 2",
        "organization=org-320623001, 2",
        "organization=org-320623100, 25",
        "person=staff-0101, 1",
        "person=staff-0102, 1",
        "handler=staff-0101, 1",
        "state=FINISHED&organization=org-320623001, 1",
        "state=FINISHED&state=APPLIED&organization=org-320623001, 2",
        "'state=FINISHED,APPLIED&organization=org-320623001', 2",
        "from=2026-11-02&to=2026-11-02&organization=org-320623001, 1",
        "from=2026-11-03&organization=org-320623001, 0",
        "to=2026-11-01&organization=org-320623001, 0",
        "imported=true, 2",
        "imported=false&organization=org-320623001, 2",
        "overdue=true, 2",
        "timeliness=LATE&organization=org-320623001, 1",
        "rating=VERY_DISSATISFIED, 1",
        "department=General, 1",
        "category=PRODUCTION&organization=org-320623001, 2",
        "dueBefore=2026-11-06&organization=org-320623001, 1",
        "dueBefore=2026-11-05&organization=org-320623001, 0",
        "dueFrom=2026-11-05&organization=org-320623001, 1",
        "dueFrom=2026-11-06&organization=org-320623001, 0"
    })
    void findsWhatIsAskedFor(String question, int total) {
        var hits = asked.by(SignedInUser.inspector(), "/api/cases?" + question);

        assertThat(hits.path("total").asInt()).isEqualTo(total);
        assertThat(hits.path("totalRelation").asString()).isEqualTo("eq");
        assertThat(hits.path("items").size()).isEqualTo(Math.min(total, 20));
        assertThat(hits.path("asOf").asLong()).isNotNegative();
    }

    @Test
    void blankWordsAskForEverything() {
        var all = asked.by(SignedInUser.inspector(), "/api/cases").path("total").asInt();

        assertThat(all).isPositive();
        assertThat(asked.by(SignedInUser.inspector(), "/api/cases?q=")
                        .path("total")
                        .asInt())
                .isEqualTo(all);
        assertThat(asked.by(SignedInUser.inspector(), "/api/cases?q=%20%20")
                        .path("total")
                        .asInt())
                .isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"320623001-0001", "320623100-0001", "320623100-0007"})
    void putsTheExactNumberFirst(String number) {
        var hits = asked.by(SignedInUser.inspector(), "/api/cases?q=" + number);

        assertThat(hits.path("items").path(0).path("number").asString()).isEqualTo(number);
    }

    @Test
    void countsFacetsOverEverythingFound() {
        var facets = asked.by(SignedInUser.inspector(), "/api/cases?limit=1").path("facets");

        assertThat(facet(facets, "organization", History.OTHER_TOWN.value())).isEqualTo(History.OTHER_CASES);
        assertThat(facet(facets, "item", History.OLD_AGE_CARD.value())).isEqualTo(History.OTHER_CASES);
        assertThat(facet(facets, "state", "SUSPENDED")).isEqualTo(1);
        assertThat(facet(facets, "timeliness", "LATE")).isGreaterThanOrEqualTo(2);
        assertThat(facet(facets, "overdue", "true")).isEqualTo(2);
        assertThat(facet(facets, "month", "2026-11")).isGreaterThan(5);
        assertThat(facets.path("organization").path(0).path("label").asString()).isEqualTo("栟茶镇为民服务中心");
        assertThat(facets.path("state").findValuesAsString("label")).contains("suspended");
    }

    @Test
    void marksWhatWasFoundAndEscapesTheRest() {
        var hits = asked.by(SignedInUser.inspector(), "/api/cases?q=营业执照变更");

        var found = hits.path("items").path(0);
        assertThat(found.path("id").asString()).isEqualTo(History.MARKUP.value());
        assertThat(found.path("highlights").path("title").asString())
                .isEqualTo("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;<mark>营业执照变更</mark> &amp; 补发");
        assertThat(found.path("highlights").has("applicant")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(CaseOrder.class)
    void pagesThroughEveryCaseOnce(CaseOrder order) {
        var seen = new ArrayList<String>();
        var address = "/api/cases?limit=7&sort=" + order + (order == CaseOrder.RELEVANCE ? "&q=优待证" : "");
        var page = asked.by(SignedInUser.inspector(), address);
        var total = page.path("total").asInt();
        seen.addAll(page.path("items").findValuesAsString("id"));
        while (page.has("next") && !page.path("next").isNull()) {
            page = asked.by(
                    SignedInUser.inspector(),
                    address + "&cursor=" + page.path("next").asString());
            assertThat(page.path("facets").size()).isZero();
            seen.addAll(page.path("items").findValuesAsString("id"));
        }

        assertThat(seen).hasSize(total).doesNotHaveDuplicates();
        assertThat(total).isGreaterThanOrEqualTo(History.OTHER_CASES);
    }

    @Test
    void takesNoCursorOfAnotherQuestion() {
        var page = asked.by(SignedInUser.inspector(), "/api/cases?limit=5");
        var next = page.path("next").asString();

        for (var other : List.of(
                "/api/cases?limit=5&open=true&cursor=" + next,
                "/api/cases?limit=5&sort=DUE&cursor=" + next,
                "/api/cases?cursor=" + next.substring(3),
                "/api/cases?cursor=WzEsMiwzXQ",
                "/api/acts?cursor=" + next)) {
            var problem = asked.problem(SignedInUser.inspector(), other);
            assertThat(problem.status()).as(other).isEqualTo(400);
            assertThat(problem.field()).as(other).isEqualTo("cursor");
        }
    }

    @Test
    void showsNobodyMoreThanTheirScope() {
        var clerk = SignedInUser.clerk();
        var mine = asked.by(clerk, "/api/cases");
        assertThat(mine.path("total").asInt()).isEqualTo(2);
        assertThat(new HashSet<>(mine.path("items").findValuesAsString("organisationId")))
                .containsExactly(History.TOWN.value());
        assertThat(mine.path("facets").path("organization")).hasSize(1);

        assertThat(asked.by(clerk, "/api/cases?q=优待证").path("total").asInt()).isZero();
        assertThat(asked.by(clerk, "/api/cases?item=" + History.OLD_AGE_CARD)
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(asked.problem(clerk, "/api/cases?organization=org-320623100").status())
                .isEqualTo(403);
        assertThat(asked.problem(clerk, "/api/cases?organization=org-320623").status())
                .isEqualTo(403);
        assertThat(asked.problem(clerk, "/api/cases/320623100-0001").status()).isEqualTo(404);
        assertThat(asked.problem(clerk, "/api/cases/320623100-0001/chain").status())
                .isEqualTo(404);
    }

    @Test
    void takesNoCursorIntoAWiderScope() {
        var other = SignedInUser.inspector().in(History.OTHER_TOWN);
        var next = asked.by(other, "/api/cases?limit=5").path("next").asString();

        var stolen = asked.by(SignedInUser.clerk(), "/api/cases?limit=5&cursor=" + next);

        assertThat(new HashSet<>(stolen.path("items").findValuesAsString("organisationId")))
                .isSubsetOf(History.TOWN.value());
    }

    @Test
    void masksApplicantsForThoseWhoNeedNotKnowThem() {
        var address = "/api/cases/" + History.STORY;

        assertThat(applicant(SignedInUser.clerk(), address)).isEqualTo("王**");
        assertThat(applicant(SignedInUser.analyst(), address)).isEqualTo("王**");
        assertThat(applicant(SignedInUser.manager(), address)).isEqualTo(History.APPLICANT);
        assertThat(applicant(SignedInUser.inspector(), address)).isEqualTo(History.APPLICANT);
    }

    @Test
    void findsCasesByTheirApplicantOnlyForThoseWhoMayKnowThem() {
        var address = "/api/cases?q=" + History.APPLICANT;

        assertThat(asked.by(SignedInUser.manager(), address).path("total").asInt())
                .isEqualTo(2);
        assertThat(asked.by(SignedInUser.clerk(), address).path("total").asInt())
                .isZero();
        assertThat(asked.by(SignedInUser.analyst(), address).path("total").asInt())
                .isZero();
    }

    @Test
    void hidesRatingsFromTheRated() {
        var story = "/api/cases/" + History.STORY;
        assertThat(asked.by(SignedInUser.inspector(), story).path("rating").asString())
                .isEqualTo("VERY_DISSATISFIED");
        assertThat(asked.by(SignedInUser.clerk(), story).path("rating").isNull())
                .isTrue();
        assertThat(asked.problem(SignedInUser.clerk(), "/api/cases?rating=VERY_DISSATISFIED")
                        .rule())
                .isEqualTo("access/role");
        assertThat(asked.problem(SignedInUser.clerk(), "/api/cases?rated=true").status())
                .isEqualTo(403);

        var ratedManager = SignedInUser.manager().as(History.ZHANG_MIN);
        assertThat(asked.by(ratedManager, story).path("rating").isNull()).isTrue();
        assertThat(asked.by(ratedManager, "/api/cases?rated=true").path("total").asInt())
                .isZero();
        assertThat(asked.by(SignedInUser.manager().as(StaffId.ofNumber("M2")), "/api/cases?rated=true")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    private String applicant(SignedInUser user, String address) {
        return asked.by(user, address).path("applicant").asString();
    }

    private static int facet(JsonNode facets, String name, String value) {
        for (var facet : facets.path(name)) {
            if (facet.path("value").asString().equals(value)) {
                return facet.path("count").asInt();
            }
        }
        return 0;
    }
}
