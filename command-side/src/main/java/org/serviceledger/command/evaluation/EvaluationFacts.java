package org.serviceledger.command.evaluation;

import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.command.cases.ServiceRendered.Rendering;

/** Facts from other streams: the service to rate, and the calendar for the deadlines of the follow-up. */
record EvaluationFacts(WorkingDayCalendar calendar, Rendering rendering) {}
