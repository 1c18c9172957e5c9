package org.serviceledger.api;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.serviceledger.api.calendar.CalendarCommand;
import org.serviceledger.api.calendar.CalendarEvent;
import org.serviceledger.api.calendar.CalendarRefusal;
import org.serviceledger.api.cases.CaseCommand;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseRefusal;
import org.serviceledger.api.evaluation.EvaluationCommand;
import org.serviceledger.api.evaluation.EvaluationEvent;
import org.serviceledger.api.evaluation.EvaluationRefusal;
import org.serviceledger.api.imports.ImportCommand;
import org.serviceledger.api.imports.ImportEvent;
import org.serviceledger.api.imports.ImportRefusal;
import org.serviceledger.api.item.ItemCommand;
import org.serviceledger.api.item.ItemEvent;
import org.serviceledger.api.item.ItemRefusal;
import org.serviceledger.api.log.LogCommand;
import org.serviceledger.api.log.LogEvent;
import org.serviceledger.api.log.LogRefusal;
import org.serviceledger.api.organization.OrganizationCommand;
import org.serviceledger.api.organization.OrganizationEvent;
import org.serviceledger.api.organization.OrganizationRefusal;
import org.serviceledger.api.staff.StaffCommand;
import org.serviceledger.api.staff.StaffEvent;
import org.serviceledger.api.staff.StaffRefusal;
import org.serviceledger.api.staffday.StaffDayCommand;
import org.serviceledger.api.staffday.StaffDayEvent;
import org.serviceledger.api.staffday.StaffDayRefusal;
import org.serviceledger.api.window.WindowCommand;
import org.serviceledger.api.window.WindowEvent;
import org.serviceledger.api.window.WindowRefusal;
import org.serviceledger.api.windowday.WindowDayCommand;
import org.serviceledger.api.windowday.WindowDayEvent;
import org.serviceledger.api.windowday.WindowDayRefusal;

/** All message families, one for each feature. Add a line here for a new family. */
public final class Families {

    public static final List<Family> ALL = List.of(
            new Family("calendar", CalendarCommand.class, CalendarEvent.class, CalendarRefusal.class),
            new Family("cases", CaseCommand.class, CaseEvent.class, CaseRefusal.class),
            new Family("evaluation", EvaluationCommand.class, EvaluationEvent.class, EvaluationRefusal.class),
            new Family("imports", ImportCommand.class, ImportEvent.class, ImportRefusal.class),
            new Family("item", ItemCommand.class, ItemEvent.class, ItemRefusal.class),
            new Family("log", LogCommand.class, LogEvent.class, LogRefusal.class),
            new Family("organization", OrganizationCommand.class, OrganizationEvent.class, OrganizationRefusal.class),
            new Family("staff", StaffCommand.class, StaffEvent.class, StaffRefusal.class),
            new Family("staffday", StaffDayCommand.class, StaffDayEvent.class, StaffDayRefusal.class),
            new Family("window", WindowCommand.class, WindowEvent.class, WindowRefusal.class),
            new Family("windowday", WindowDayCommand.class, WindowDayEvent.class, WindowDayRefusal.class));

    private Families() {}

    /**
     * The commands, events and refusals of one kind of stream. Each is a sealed interface of records.
     *
     * @param feature the name of the family's package in every module
     */
    public record Family(
            String feature,
            Class<? extends LedgerCommand> commands,
            Class<? extends LedgerEvent> events,
            Class<? extends Refusal> refusals) {}

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
