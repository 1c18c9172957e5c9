package org.serviceledger.app.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.api.calendar.WorkingDayCalendar.CHINA;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.CaseCommand.Apply;
import org.serviceledger.api.cases.CaseCommand.Deny;
import org.serviceledger.api.cases.CaseCommand.Extend;
import org.serviceledger.api.cases.CaseCommand.Finish;
import org.serviceledger.api.cases.CaseCommand.RequestSupplement;
import org.serviceledger.api.cases.CaseCommand.StartSpecialProcedure;
import org.serviceledger.api.cases.CaseCommand.Withdraw;
import org.serviceledger.api.evaluation.EvaluationCommand.CallBack;
import org.serviceledger.api.evaluation.EvaluationCommand.Rate;
import org.serviceledger.api.item.ItemCommand.Publish;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.api.organization.OrganizationCommand.Establish;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.staffday.StaffDayCommand.CheckIn;
import org.serviceledger.api.staffday.StaffDayCommand.GrantLeave;
import org.serviceledger.api.staffday.StaffDayCommand.Inspect;
import org.serviceledger.api.window.WindowCommand.SetUpWindow;
import org.serviceledger.api.windowday.WindowDayCommand.PauseWindow;
import org.serviceledger.api.windowday.WindowDayCommand.ServeExtraHours;

class MonthTest {

    private static final WorkingDayCalendar CALENDAR = PublishedCalendar.read();
    private static final Instant NOW = Instant.parse("2026-07-17T07:40:00Z");
    private static final Month MONTH = Month.endingAt(NOW, CALENDAR, 1);

    @Test
    void isTheSameForTheSameSeedAndMoment() {
        assertThat(Month.endingAt(NOW, CALENDAR, 1).steps()).isEqualTo(MONTH.steps());
        assertThat(Month.endingAt(NOW, CALENDAR, 2).steps()).isNotEqualTo(MONTH.steps());
    }

    @Test
    void hasTheTownsOfTheCountyUnderTheirCodes() {
        var towns = all(Establish.class)
                .filter(command -> command.kind() != OrganizationKind.VILLAGE_CENTRE)
                .collect(Collectors.toMap(command -> command.organizationId().code(), Establish::name));

        assertThat(towns)
                .hasSize(21)
                .containsEntry("320623001", "掘港街道为民服务中心")
                .containsEntry("320623100", "栟茶镇为民服务中心")
                .containsEntry("320623405", "南通外向型农业开发区行政审批局")
                .containsOnlyKeys(
                        "320623001",
                        "320623002",
                        "320623003",
                        "320623100",
                        "320623101",
                        "320623103",
                        "320623104",
                        "320623107",
                        "320623108",
                        "320623109",
                        "320623110",
                        "320623111",
                        "320623112",
                        "320623113",
                        "320623114",
                        "320623400",
                        "320623401",
                        "320623402",
                        "320623403",
                        "320623404",
                        "320623405");
        assertThat(towns.entrySet())
                .allSatisfy(town ->
                        assertThat(town.getValue()).endsWith(town.getKey().startsWith("3206234") ? "行政审批局" : "为民服务中心"));
    }

    @Test
    void hasItemsOfAllFiveCategoriesUnderFormallyRightCodes() {
        var items = all(Publish.class).toList();

        assertThat(items).hasSizeBetween(55, 70);
        assertThat(items).extracting(item -> item.details().category()).contains(ServiceCategory.values());
        assertThat(items).allSatisfy(item -> {
            var code = item.itemId().code();
            assertThat(code).hasSize(31).endsWith(item.details().catalogCode());
            assertThat(code.substring(18, 19)).isEqualTo(item.details().level().code());
            assertThat(remainderOfCreditCode(code.substring(0, 18))).isZero();
            assertThat(item.details().demonstration()).isTrue();
        });
        assertThat(items).extracting(Publish::itemId).doesNotHaveDuplicates();
    }

    /**
     * Remainder of a credit code (GB 32100): the sum of its characters, weighted by powers of 3 and including the check
     * character, must be a multiple of 31.
     */
    private static int remainderOfCreditCode(String code) {
        var weights = new int[] {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1};
        var sum = 0;
        for (var i = 0; i < 18; i++) {
            sum += weights[i] * "0123456789ABCDEFGHJKLMNPQRTUWXY".indexOf(code.charAt(i));
        }
        return sum % 31;
    }

    @Test
    void hasTenWindowsAndMoreInLargerHalls() {
        var windows = all(SetUpWindow.class)
                .collect(Collectors.groupingBy(
                        command -> command.windowId().organization().code(), Collectors.counting()));

        assertThat(windows).containsEntry("320623001", 12L).containsEntry("320623002", 10L);
        assertThat(windows.values().stream().filter(number -> number >= 10)).hasSize(3);
    }

    @Test
    void inventsNobodyWhoCouldBeReal() {
        assertThat(all(Apply.class).map(Apply::applicant)).allSatisfy(applicant -> {
            assertThat(applicant.phone()).startsWith("000-");
            assertThat(applicant.idNumber()).matches("320623\\d{11}Y|样例-\\d{6}");
        });
    }

    @Test
    void isOfWorkingDaysUpToNow() {
        assertThat(MONTH.commands()).allMatch(command -> !command.at().isAfter(NOW));
        assertThat(all(CheckIn.class).map(MonthTest::day).distinct())
                .hasSize(22)
                .allMatch(CALENDAR::isWorkingDay)
                .contains(LocalDate.parse("2026-07-17"))
                .doesNotContain(LocalDate.parse("2026-06-19"));
    }

    @Test
    void isMixedAsHallsAre() {
        var applied = all(Apply.class).count();
        var ratings = all(Rate.class).toList();
        var bad = ratings.stream().filter(rating -> rating.level().isBad()).count();

        assertThat(applied).isBetween(1_200L, 2_500L);
        assertThat(all(Finish.class).count()).isBetween(applied * 6 / 10, applied * 95 / 100);
        assertThat(ratings.size()).isBetween((int) applied * 3 / 10, (int) applied * 6 / 10);
        assertThat(bad).isBetween(ratings.size() / 100L, ratings.size() * 6L / 100);
        assertThat(Stream.of(
                        RequestSupplement.class,
                        StartSpecialProcedure.class,
                        Extend.class,
                        Deny.class,
                        Withdraw.class,
                        CallBack.class,
                        GrantLeave.class,
                        Inspect.class,
                        PauseWindow.class))
                .allSatisfy(kind ->
                        assertThat(all(kind).count()).as(kind.getSimpleName()).isGreaterThan(5));
    }

    @Test
    void keepsEveryStreamInOrder() {
        Map<String, Instant> last = new HashMap<>();
        MONTH.commands().forEach(command -> {
            var before = last.put(command.stream(), command.at());
            assertThat(before == null || !command.at().isBefore(before))
                    .as("%s after %s", command, before)
                    .isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00:00Z, 2026-11-23", // 20 working days ahead, all of them this year
        "2026-12-15T09:00:00Z, 2026-12-15", // items with long limits are left out
        "2026-12-31T09:00:00Z, 2026-12-21", // too late to count any limit: the month ends earlier
        "2027-03-01T09:00:00Z, 2026-12-21",
        "2026-10-05T09:00:00Z, 2026-09-30", // a holiday: ends on the last working day before it
        "2026-02-14T09:00:00Z, 2026-02-14", // a Saturday that is a working day
    })
    void endsOnTheLastDayTheCalendarAllows(Instant now, LocalDate last) {
        var month = Month.endingAt(now, CALENDAR, 1);

        assertThat(month.period().days().getLast()).isEqualTo(last);
        assertThat(all(month, Apply.class).map(MonthTest::day).max(LocalDate::compareTo))
                .hasValue(last);
    }

    @Test
    void servesOnSaturdaysToo() {
        assertThat(all(ServeExtraHours.class).filter(command -> day(command).getDayOfWeek() == DayOfWeek.SATURDAY))
                .hasSizeGreaterThan(8);
    }

    private static LocalDate day(LedgerCommand command) {
        return command.at().atZone(CHINA).toLocalDate();
    }

    private static <T> Stream<T> all(Class<T> kind) {
        return all(MONTH, kind);
    }

    private static <T> Stream<T> all(Month month, Class<T> kind) {
        return month.commands().filter(kind::isInstance).map(kind::cast);
    }
}
