package org.serviceledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceledger.api.calendar.CalendarRefusal.YearNotPublished;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.CaseRefusal;
import org.serviceledger.api.cases.CaseRefusal.ClockIsStopped;
import org.serviceledger.api.cases.CaseRefusal.NotInThisStage;
import org.serviceledger.api.cases.CaseRefusal.NoticeTooLate;
import org.serviceledger.api.cases.SpecialProcedure;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.evaluation.EvaluationRefusal;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.ItemRefusal;
import org.serviceledger.api.item.ItemRefusal.PromiseExceedsLaw;
import org.serviceledger.api.log.LogYearId;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationRefusal.ShiftsOverlap;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.staffday.StaffDayId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.windowday.WindowDayId;
import org.serviceledger.api.windowday.WindowSign;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.serviceledger.words.Term;
import org.serviceledger.words.Words;

/** Tests that every refusal states its rule and renders in both languages. */
class RefusalsTest {

    private static final CaseId CASE = CaseId.ofNumber("20240301-0001");
    private static final OrganizationId TOWN = OrganizationId.ofCode("320623107");
    private static final LocalDate DAY = LocalDate.of(2024, 3, 8);
    private static final Deadline DUE = new Deadline(
            DAY.minusDays(1), TimeLimit.workingDays(1), 0, DAY, Instant.EPOCH, List.of(DAY), "next-day", 1);

    private record Unannotated() implements Refusal {}

    static Stream<Class<?>> refusals() {
        return Families.refusals().stream();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyRefusalNamesItsNatureAndItsRule(Class<?> type) throws ReflectiveOperationException {
        var refusal = sample(type);

        assertThat(refusal.nature()).isNotNull();
        assertThat(refusal.rule()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyRefusalSaysItselfInBothLanguages(Class<?> type) throws ReflectiveOperationException {
        var refusal = sample(type);

        assertThat(refusal.detail(Language.CHINESE))
                .containsPattern("\\p{IsHan}")
                .doesNotContainPattern("[{}]");
        assertThat(refusal.detail(Language.ENGLISH))
                .isNotBlank()
                .doesNotContainPattern("\\p{IsHan}")
                .doesNotContainPattern("[{}]");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void bothLanguagesTellTheSameOfWhatARefusalIsAbout(Class<?> type) {
        var key = type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName();
        var told = Words.in(Language.ENGLISH).arguments(key);

        assertThat(Words.in(Language.CHINESE).arguments(key)).isEqualTo(told);
        assertThat(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName))
                .containsAll(told);
    }

    static Stream<Arguments> sentences() {
        return Stream.of(
                arguments(
                        new NotInThisStage(CASE, Message.of("command.Receive"), CaseRefusal.Stage.RECEIVED),
                        "\"Receive\" is not possible while case-20240301-0001 is received",
                        "办件已收件，此时不可执行此操作：收件（case-20240301-0001）"),
                arguments(
                        new NoticeTooLate(CASE, DUE),
                        "the notice was due on 8 March 2024; the case counts as accepted since it was received",
                        "告知期限为 2024年3月8日，逾期不告知视为自收件之日起受理"),
                arguments(new ClockIsStopped(CASE, null), "the suspension is still open: end it first", "挂起尚未结束，计时未恢复"),
                arguments(
                        new ClockIsStopped(CASE, SpecialProcedure.HEARING),
                        "the hearing is still open: end it first",
                        "听证尚未结束，计时未恢复"),
                arguments(
                        new PromiseExceedsLaw(ItemId.ofCode("1"), TimeLimit.workingDays(5), TimeLimit.workingDays(1)),
                        "the promised limit 5 working days is longer than the legal limit 1 working day",
                        "承诺时限不得长于法定时限：承诺 5 个工作日，法定 1 个工作日"),
                arguments(
                        new ShiftsOverlap(shift("morning", 8), shift("noon", 9)),
                        "shift noon begins before morning has ended",
                        "班次重叠：noon 开始时 morning 尚未结束"),
                arguments(
                        new YearNotPublished(2027),
                        "the working days of 2027 have not been published",
                        "2027年节假日安排尚未发布"));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void aRefusalTellsWhatItIsAbout(Refusal refusal, String english, String chinese) {
        assertThat(refusal.detail(Language.ENGLISH)).isEqualTo(english);
        assertThat(refusal.detail(Language.CHINESE)).isEqualTo(chinese);
        assertThat(refusal.detail()).isEqualTo(chinese);
        assertThat(new CommandRefused(refusal)).hasMessage(english);
    }

    @Test
    void aRefusalWithoutARuleFailsLoudly() {
        var unannotated = new Unannotated();

        assertThatIllegalStateException().isThrownBy(unannotated::rule).withMessageEndingWith("has no @Refuses");
    }

    static Stream<Term> states() {
        return Stream.<Term[]>of(
                        CaseRefusal.Stage.values(),
                        EvaluationRefusal.Stage.values(),
                        ItemRefusal.State.values(),
                        ItemRefusal.Inherited.values(),
                        WindowSign.values())
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyStateHasAName(Term state) {
        assertThat(state.term(Language.CHINESE)).containsPattern("\\p{IsHan}");
        assertThat(state.term(Language.ENGLISH)).isNotBlank().doesNotContainPattern("\\p{IsHan}");
    }

    @ParameterizedTest
    @EnumSource
    void everyCommandHasANameOfItsOwn(Language language) {
        var names = Families.commands().stream()
                .map(type -> "command." + type.getSimpleName())
                .toList();

        assertThat(names)
                .doesNotHaveDuplicates()
                .allMatch(key -> Words.in(language).has(key));
    }

    @Test
    void aMalformedIdSaysSoInBothLanguages() {
        var malformed = catchThrowableOfType(Malformed.class, () -> new CaseId("case-{0}"));

        assertThat(malformed).hasMessage("not a case id: case-{0}");
        assertThat(malformed.words().in(Language.CHINESE)).isEqualTo("不是有效的办件编号：case-{0}");
    }

    private static Refusal sample(Class<?> type) throws ReflectiveOperationException {
        var parts = type.getRecordComponents();
        var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(types).map(RefusalsTest::sampleOf).toArray();
        return (Refusal) type.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object sampleOf(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return Stream.<Object>of(
                        "x",
                        1_234,
                        12_345L,
                        Instant.parse("2024-03-01T01:00:00Z"),
                        DAY,
                        LocalTime.of(8, 30),
                        DUE,
                        TimeLimit.workingDays(5),
                        shift("morning", 8),
                        Message.of("command.Accept"),
                        CASE,
                        EvaluationId.of(CASE),
                        ImportId.ofDigest("0".repeat(64)),
                        ItemId.ofCode("1"),
                        LogYearId.of(DAY),
                        TOWN,
                        StaffId.ofNumber("1001"),
                        StaffDayId.of(StaffId.ofNumber("1001"), DAY),
                        WindowId.of(TOWN, 1),
                        WindowDayId.of(WindowId.of(TOWN, 1), DAY))
                .filter(value -> boxed(type).isInstance(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample of " + type));
    }

    private static Class<?> boxed(Class<?> type) {
        if (type == int.class) {
            return Integer.class;
        }
        return type == long.class ? Long.class : type;
    }

    private static Shift shift(String name, int from) {
        return new Shift(name, LocalTime.of(from, 0), LocalTime.of(from + 2, 0));
    }
}
