package org.serviceledger.query.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.serviceledger.query.testing.Asked;
import org.serviceledger.query.testing.AttendanceScene;
import org.serviceledger.query.testing.QueryTest;
import org.serviceledger.query.testing.SignedInUser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Compares attendance figures with days summed by hand. */
@QueryTest
class AttendanceTest {

    private static final String MONTH = "/api/reports/attendance?month=2026-11&organization=" + AttendanceScene.HALL;
    private static final String DAYS =
            "/api/reports/attendance?from=2026-11-01&to=2026-11-30&person=" + AttendanceScene.A;

    @Autowired
    private Asked asked;

    @Test
    void addsUpAPersonsMonth() {
        assertIsTheMonthOfA(person(0).path("figures"));
        assertThat(person(0).path("name").asString()).isEqualTo("甲");
    }

    @Test
    void addsUpAPersonsDaysToTheSame() {
        assertIsTheMonthOfA(asked.by(SignedInUser.inspector(), DAYS).path("total"));
    }

    @Test
    void countsTheDaysSomebodyStoodIn() {
        var b = person(1).path("figures");

        assertThat(b.path("stoodInDays").asInt()).isEqualTo(1);
        assertThat(b.path("daysAbsent").asInt()).isZero();
        assertThat(b.path("minutesServed").asInt()).isEqualTo(420);
    }

    @Test
    void givesAVerdictOnEachDay() {
        var days = person(0).path("days");

        assertThat(days.path("2026-11-02").asString()).isEqualTo("LATE");
        assertThat(days.path("2026-11-03").asString()).isEqualTo("ON_LEAVE");
        assertThat(days.path("2026-11-04").asString()).isEqualTo("ABSENT");
        assertThat(days.path("2026-11-05").asString()).isEqualTo("ABSENT");
        assertThat(days.path("2026-11-23").asString()).isEqualTo("UPCOMING");
    }

    @Test
    void showsEveryCheckInAndOut() {
        var day = asked.by(SignedInUser.inspector(), DAYS).path("days").path(0);

        assertThat(day.path("date").asString()).isEqualTo("2026-11-02");
        assertThat(day.path("shifts").size()).isEqualTo(2);
        assertThat(day.path("shifts").path(1).path("checkedInAt").asString()).isEqualTo("2026-11-02T06:10:00Z");
        assertThat(day.path("shifts").path(1).path("lateMinutes").asInt()).isEqualTo(10);
        assertThat(day.path("shifts").path(1).path("earlyMinutes").asInt()).isEqualTo(10);
    }

    @Test
    void addsUpTheHall() {
        var all = asked.by(SignedInUser.inspector(), MONTH).path("total");

        assertThat(all.path("daysRostered").asInt()).isEqualTo(5);
        assertThat(all.path("minutesServed").asInt()).isEqualTo(615 + 420);
        assertThat(all.path("absentMinutes").asInt()).isEqualTo(570);
    }

    @Test
    void showsOthersAttendanceOnlyToThoseWhoOverseeThem() {
        var a = SignedInUser.clerk().in(AttendanceScene.HALL).as(AttendanceScene.A);
        assertThat(asked.by(a, DAYS).path("days")).isNotEmpty();
        assertThat(asked.problem(a, MONTH).status()).isEqualTo(403);
        assertThat(asked.problem(a.as(AttendanceScene.B), DAYS).rule()).isEqualTo("access/role");
        assertThat(asked.problem(SignedInUser.manager(), MONTH).rule()).isEqualTo("access/scope");
        assertThat(asked.by(SignedInUser.manager(), DAYS).path("days")).isEmpty();
    }

    @Test
    void answersForThisMonthOfOnesOwnHallIfNothingIsAsked() {
        var own = asked.by(SignedInUser.manager().in(AttendanceScene.HALL), "/api/reports/attendance");

        assertThat(own.path("month").asString()).isEqualTo("2026-11");
        assertThat(own.path("organisationId").asString()).isEqualTo(AttendanceScene.HALL.value());
        assertThat(own.path("people")).hasSize(2);
        assertThat(asked.problem(SignedInUser.clerk(), "/api/reports/attendance")
                        .rule())
                .isEqualTo("access/role");
    }

    @Test
    void showsACountyItsFirstHallIfNothingIsAsked() {
        var first = asked.by(SignedInUser.inspector(), "/api/reports/attendance");

        assertThat(first.path("organisationId").asString()).matches("org-320623\\d{3}");
        assertThat(first.path("organisation").asString()).isNotBlank();
    }

    private static void assertIsTheMonthOfA(JsonNode figures) {
        assertThat(figures.path("daysRostered").asInt()).isEqualTo(4);
        assertThat(figures.path("daysPresent").asInt()).isEqualTo(3);
        assertThat(figures.path("lateTimes").asInt()).isEqualTo(1);
        assertThat(figures.path("lateMinutes").asInt()).isEqualTo(10);
        assertThat(figures.path("earlyTimes").asInt()).isEqualTo(1);
        assertThat(figures.path("earlyMinutes").asInt()).isEqualTo(10);
        assertThat(figures.path("daysAbsent").asInt()).isEqualTo(2);
        assertThat(figures.path("absentMinutes").asInt()).isEqualTo(120 + 300 + 150);
        assertThat(figures.path("leaveDays").path("SICK").asInt()).isEqualTo(1);
        assertThat(figures.path("leaveMinutes").path("SICK").asInt()).isEqualTo(210);
        assertThat(figures.path("leaveMinutes").path("PERSONAL").asInt()).isEqualTo(60);
        assertThat(figures.path("coveredDays").asInt()).isEqualTo(1);
        assertThat(figures.path("missingCheckOuts").asInt()).isEqualTo(1);
        assertThat(figures.path("minutesServed").asInt()).isEqualTo(615);
    }

    private JsonNode person(int row) {
        return asked.by(SignedInUser.inspector(), MONTH).path("people").path(row);
    }
}
