package org.serviceledger.command;

import static org.serviceledger.command.Examples.*;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.calendar.CalendarId;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.Applicant;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.api.imports.Provenance;
import org.serviceledger.api.item.ItemDetails;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.log.LogYearId;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.staffday.StaffDayId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.windowday.WindowDayId;

/** Draws commands of any record, about the people, places and items of {@link Examples}, with lawful contents. */
record AnyCommand(SplittableRandom random) {

    static final CaseId CASE = CaseId.ofNumber("20240301-0001");

    private static final List<Actor> PEOPLE = List.of(CLERK, HANDLER, REVIEWER, APPROVER);
    private static final List<String> STEPS = List.of("承办", "审核", "批准");
    private static final ImportId FILE = ImportId.ofDigest("c".repeat(64));

    LedgerCommand of(Class<?> command, Instant at) {
        var components = command.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components).map(one -> value(one, at)).toArray();
        try {
            var constructor = command.getDeclaredConstructor(types);
            return (LedgerCommand) constructor.newInstance(values);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("cannot make " + command, e);
        }
    }

    private @Nullable Object value(RecordComponent component, Instant at) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (optional && random.nextInt(3) == 0) {
            return null;
        }
        var type = component.getType();
        var name = component.getName();
        if (type.isEnum()) {
            return pick(List.of(type.getEnumConstants()));
        }
        if (type == String.class) {
            return text(name);
        }
        if (type == LocalTime.class) {
            return LocalTime.of(name.equals("from") ? 10 : 11, 0);
        }
        if (type == List.class) {
            return list(component);
        }
        return thing(type, name, at);
    }

    private Object thing(Class<?> type, String name, Instant at) {
        var day = LocalDate.ofInstant(at, WorkingDayCalendar.CHINA);
        Map<Class<?>, Object> things = Map.ofEntries(
                Map.entry(boolean.class, random.nextBoolean()),
                Map.entry(int.class, 1 + random.nextInt(5)),
                Map.entry(long.class, random.nextLong(1_000)),
                Map.entry(Instant.class, at),
                Map.entry(LocalDate.class, day),
                Map.entry(Actor.class, pick(PEOPLE)),
                Map.entry(Actor.Person.class, new Actor.Person("staff-JG-009", "赵丽")),
                Map.entry(Applicant.class, APPLICANT),
                Map.entry(TimeLimit.class, TimeLimit.workingDays(3)),
                Map.entry(Map.class, Map.of()),
                Map.entry(
                        ItemDetails.class, random.nextBoolean() ? instant() : promised(null, TimeLimit.workingDays(5))),
                Map.entry(Provenance.class, new Provenance(FILE, "XES 1.0", "log.xes", "case-1")),
                Map.entry(CaseId.class, CASE),
                Map.entry(EvaluationId.class, EvaluationId.of(CASE)),
                Map.entry(ItemId.class, ITEM),
                Map.entry(OrganizationId.class, name.equals("parent") ? COUNTY : TOWN),
                Map.entry(WindowId.class, WINDOW),
                Map.entry(StaffId.class, Set.of("partner", "to").contains(name) ? LI : WANG),
                Map.entry(StaffDayId.class, StaffDayId.of(WANG, day)),
                Map.entry(WindowDayId.class, WindowDayId.of(WINDOW, day)),
                Map.entry(ImportId.class, FILE),
                Map.entry(LogYearId.class, LogYearId.of(day)),
                Map.entry(CalendarId.class, CalendarId.CHINA));
        return Objects.requireNonNull(things.get(type), () -> "no %s to draw for %s".formatted(type, name));
    }

    private String text(String name) {
        return switch (name) {
            case "step" -> pick(STEPS);
            case "next" -> "key-" + random.nextInt(20);
            default -> "说明";
        };
    }

    private Object list(RecordComponent component) {
        var elements = component.getGenericType().getTypeName();
        if (elements.contains(Shift.class.getName())) {
            return List.of(MORNING, AFTERNOON);
        }
        return elements.contains(String.class.getName()) ? List.of("民政局", "残联") : List.of();
    }

    private <T> T pick(List<? extends T> any) {
        return any.get(random.nextInt(any.size()));
    }
}
