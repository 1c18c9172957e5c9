package org.serviceledger.command.evaluation;

import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.command.cases.ServiceRendered.Rendering;

/** What other streams say: whether there is a service to rate, and the calendar for the days of the follow-up. */
record EvaluationFacts(WorkingDayCalendar calendar, Rendering rendering) {}
