package org.serviceledger.api;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.act.Address;
import org.serviceledger.api.calendar.CalendarCommand;
import org.serviceledger.api.calendar.CalendarEvent;
import org.serviceledger.api.calendar.CalendarId;
import org.serviceledger.api.calendar.CalendarRefusal;
import org.serviceledger.api.cases.CaseCommand;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.CaseRefusal;
import org.serviceledger.api.evaluation.EvaluationCommand;
import org.serviceledger.api.evaluation.EvaluationEvent;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.evaluation.EvaluationRefusal;
import org.serviceledger.api.imports.ImportCommand;
import org.serviceledger.api.imports.ImportEvent;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.api.imports.ImportRefusal;
import org.serviceledger.api.item.ItemCommand;
import org.serviceledger.api.item.ItemEvent;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.ItemRefusal;
import org.serviceledger.api.log.LogCommand;
import org.serviceledger.api.log.LogEvent;
import org.serviceledger.api.log.LogRefusal;
import org.serviceledger.api.organization.OrganizationCommand;
import org.serviceledger.api.organization.OrganizationEvent;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationRefusal;
import org.serviceledger.api.staff.StaffCommand;
import org.serviceledger.api.staff.StaffEvent;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.staff.StaffRefusal;
import org.serviceledger.api.staffday.StaffDayCommand;
import org.serviceledger.api.staffday.StaffDayEvent;
import org.serviceledger.api.staffday.StaffDayId;
import org.serviceledger.api.staffday.StaffDayRefusal;
import org.serviceledger.api.window.WindowCommand;
import org.serviceledger.api.window.WindowEvent;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.window.WindowRefusal;
import org.serviceledger.api.windowday.WindowDayCommand;
import org.serviceledger.api.windowday.WindowDayEvent;
import org.serviceledger.api.windowday.WindowDayId;
import org.serviceledger.api.windowday.WindowDayRefusal;

/** All message families, one for each feature. Add a line here for a new family. */
public final class Families {

    public static final List<Family> ALL = List.of(
            new Family(
                    "calendar",
                    Address.ofOnly("/api/calendars/{year}", CalendarId.CHINA),
                    CalendarCommand.class,
                    CalendarEvent.class,
                    CalendarRefusal.class),
            new Family(
                    "cases",
                    Address.of("/api/cases", "id", "case-", CaseId::new),
                    CaseCommand.class,
                    CaseEvent.class,
                    CaseRefusal.class),
            new Family(
                    "evaluation",
                    Address.of("/api/evaluations", "caseNumber", "case-", id -> EvaluationId.of(new CaseId(id))),
                    EvaluationCommand.class,
                    EvaluationEvent.class,
                    EvaluationRefusal.class),
            new Family(
                    "imports",
                    Address.of("/api/imports", "id", "import-", ImportId::new),
                    ImportCommand.class,
                    ImportEvent.class,
                    ImportRefusal.class),
            new Family(
                    "item",
                    Address.of("/api/items", "id", "item-", ItemId::new),
                    ItemCommand.class,
                    ItemEvent.class,
                    ItemRefusal.class),
            new Family("log", null, LogCommand.class, LogEvent.class, LogRefusal.class),
            new Family(
                    "organization",
                    Address.of("/api/organizations", "id", "org-", OrganizationId::new),
                    OrganizationCommand.class,
                    OrganizationEvent.class,
                    OrganizationRefusal.class),
            new Family(
                    "staff",
                    Address.of("/api/staff", "number", "staff-", StaffId::new),
                    StaffCommand.class,
                    StaffEvent.class,
                    StaffRefusal.class),
            new Family(
                    "staffday",
                    Address.ofDay("/api/staff-days", "staffNumber", "staff-", StaffId::new, StaffDayId::of),
                    StaffDayCommand.class,
                    StaffDayEvent.class,
                    StaffDayRefusal.class),
            new Family(
                    "window",
                    Address.of("/api/windows", "id", "window-", WindowId::new),
                    WindowCommand.class,
                    WindowEvent.class,
                    WindowRefusal.class),
            new Family(
                    "windowday",
                    Address.ofDay("/api/window-days", "windowId", "window-", WindowId::new, WindowDayId::of),
                    WindowDayCommand.class,
                    WindowDayEvent.class,
                    WindowDayRefusal.class));

    private Families() {}

    /**
     * The commands, events and refusals of one kind of stream. Each is a sealed interface of records.
     *
     * @param feature the name of the family's package in every module
     * @param address where the API finds the streams; null if it does not offer them
     */
    public record Family(
            String feature,
            @Nullable Address address,
            Class<? extends LedgerCommand> commands,
            Class<? extends LedgerEvent> events,
            Class<? extends Refusal> refusals) {}

    /**
     * Returns the family of this feature.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Family of(String feature) {
        return ALL.stream()
                .filter(family -> family.feature().equals(feature))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no family is named " + feature));
    }

    /** Returns the records of all commands, in no particular order. */
    public static List<Class<?>> commands() {
        return records(Family::commands);
    }

    /** Returns the records of all events, in no particular order. */
    public static List<Class<?>> events() {
        return records(Family::events);
    }

    /** Returns the records of all refusals, in no particular order. */
    public static List<Class<?>> refusals() {
        return records(Family::refusals);
    }

    private static List<Class<?>> records(Function<Family, Class<?>> of) {
        return ALL.stream().map(of).flatMap(Families::recordsOf).toList();
    }

    /** Returns the records of one sealed family. */
    public static List<Class<?>> records(Class<?> family) {
        return recordsOf(family).toList();
    }

    private static Stream<Class<?>> recordsOf(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Families::recordsOf)
                : Stream.of(type);
    }
}
