package org.serviceledger.api;

import java.time.Instant;

/**
 * Everything that can have happened. These records are stored for ever: a component may be added if readers of old
 * events can do without it; nothing is renamed, retyped or removed, that takes a new event and an upcaster.
 */
public sealed interface LedgerEvent
        permits CalendarEvent,
                CaseEvent,
                EvaluationEvent,
                ImportEvent,
                ItemEvent,
                LogEvent,
                OrganizationEvent,
                StaffDayEvent,
                StaffEvent,
                WindowDayEvent,
                WindowEvent {

    Actor by();

    /** When it happened in the hall (发生时间), which may be long before it was recorded. */
    Instant occurredAt();
}
