package org.serviceledger.query.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.api.Actor;
import org.serviceledger.fixtures.OrganizationEvents;
import org.serviceledger.query.testing.Asked;
import org.serviceledger.query.testing.AttendanceScene;
import org.serviceledger.query.testing.History;
import org.serviceledger.query.testing.QueryTest;
import org.serviceledger.query.testing.ShownLedger;
import org.serviceledger.query.testing.SignedInUser;
import org.springframework.beans.factory.annotation.Autowired;

/** A question that cannot be answered gets a problem that names the parameter, never a server error. */
@QueryTest
class BadQuestionsTest {

    private static final String LONG = "长".repeat(201);

    @Autowired
    private Asked asked;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/api/cases?nonsense=1, nonsense",
        "/api/cases?q=LONG, q",
        "/api/cases?q=a%00b, q",
        "/api/cases?q=a&q=b, q",
        "/api/cases?item=none-such, item",
        "/api/cases?organization=320623, organization",
        "/api/cases?organization=org-1, organization",
        "/api/cases?organization=org-320623001%20OR%201=1, organization",
        "/api/cases?window=w, window",
        "/api/cases?state=ASLEEP, state",
        "/api/cases?category=x, category",
        "/api/cases?from=yesterday, from",
        "/api/cases?from=2026-02-30, from",
        "/api/cases?from=2026-11-02&to=2026-11-01, to",
        "/api/cases?from=9999-01-01, from",
        "/api/cases?overdue=perhaps, overdue",
        "/api/cases?rating=5, rating",
        "/api/cases?timeliness=soon, timeliness",
        "/api/cases?workingDays=-1, workingDays",
        "/api/cases?sort=up, sort",
        "/api/cases?limit=0, limit",
        "/api/cases?limit=201, limit",
        "/api/cases?limit=many, limit",
        "/api/cases?limit=99999999999999, limit",
        "/api/cases?cursor=!, cursor",
        "/api/cases?minPosition=-1, minPosition",
        "/api/cases?minPosition=soon, minPosition",
        "/api/cases?timeout=never, timeout",
        "/api/cases?timeout=2h, timeout",
        "/api/cases/320623001-0001?verbose=true, verbose",
        "/api/acts?type=case.slept, type",
        "/api/acts?person=, person",
        "/api/acts?from=2026-13-01, from",
        "/api/reports/attendance?month=2026-11, organization",
        "/api/reports/attendance?from=2026-11-01, organization",
        "/api/reports/attendance?organization=org-320623001, month",
        "/api/reports/attendance?organization=org-320623001&month=November, month",
        "/api/reports/attendance?person=staff-1, from",
        "/api/reports/attendance?person=staff-1&from=2024-01-01&to=2026-01-01, to",
        "/api/reports/performance?from=2026-11-01, to",
        "/api/reports/performance?to=2026-11-01, from",
        "/api/reports/performance?from=&to=2026-11-01, from",
        "/api/reports/performance?organization=here, organization",
        "/api/reports/performance?from=2026-11-01&to=2026-11-02&groupBy=MOOD, groupBy",
        "/api/reports/performance?from=2020-01-01&to=2026-11-02&groupBy=DAY, groupBy",
        "/api/reports/performance?from=2010-01-01&to=2026-11-02&groupBy=WEEK, groupBy",
        "/api/reports/performance?from=1950-01-01&to=2026-11-02&groupBy=MONTH, groupBy",
        "/api/public/statistics?from=1950-01-01&to=2026-11-02, to",
        "/api/public/items?category=LEISURE, category",
        "/api/public/items/---, id",
        "/api/public/halls/nowhere, organizationId",
        "/api/public/progress, number",
        "/api/public/progress?number=1, code",
        "/api/public/statistics?from=x, from"
    })
    void isRefusedByTheNameOfTheParameter(String address, String field) {
        var problem = asked.problem(SignedInUser.inspector(), address.replace("LONG", LONG));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.field()).isEqualTo(field);
        assertThat(problem.rule()).isEqualTo("request/valid");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var problem = asked.problem(SignedInUser.inspector(), "/api/cases?limit=0&organization=x&window=y");

        assertThat(problem.body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("limit", "organization", "window");
    }

    @Test
    void waitsForWhatWasJustWritten() {
        asked.byAnybody("/api/public/halls/" + AttendanceScene.HALL);
        var written = ShownLedger.shared()
                .append(OrganizationEvents.hallSurveyed()
                        .of(AttendanceScene.HALL)
                        .areaSquareMetres(200)
                        .zones(List.of("咨询区"))
                        .windows(3)
                        .equipment(List.of())
                        .by(Actor.system())
                        .at(History.NOW)
                        .event());

        var act = asked.by(SignedInUser.inspector(), "/api/acts?limit=1&minPosition=" + written);
        assertThat(act.path("asOf").asLong()).isGreaterThanOrEqualTo(written);
        assertThat(act.path("items").path(0).path("position").asLong()).isEqualTo(written);

        var hall = asked.byAnybody("/api/public/halls/" + AttendanceScene.HALL + "?minPosition=" + written);
        assertThat(hall.path("zones").path(0).asString()).isEqualTo("咨询区");
    }

    @Test
    void saysWithoutWaitingHowFarItSees() throws InterruptedException {
        var written = ShownLedger.shared()
                .append(OrganizationEvents.hallSurveyed()
                        .of(AttendanceScene.HALL)
                        .areaSquareMetres(201)
                        .zones(List.of("咨询区"))
                        .windows(3)
                        .equipment(List.of())
                        .by(Actor.system())
                        .at(History.NOW)
                        .event());
        var patience = System.nanoTime() + 20_000_000_000L;

        while (asked.by(SignedInUser.inspector(), "/api/acts?limit=1")
                        .path("asOf")
                        .asLong()
                < written) {
            assertThat(System.nanoTime()).as("the answer lags behind").isLessThan(patience);
            Thread.sleep(50);
        }
    }

    @Test
    void doesNotWaitForEver() {
        var started = System.nanoTime();

        var problem = asked.problem(SignedInUser.inspector(), "/api/cases?minPosition=1000000&timeout=300ms");

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.rule()).isEqualTo("service/not-caught-up");
        assertThat(problem.body().path("asOf").asLong()).isNotNegative();
        assertThat(System.nanoTime() - started).isBetween(300_000_000L, 10_000_000_000L);
    }
}
