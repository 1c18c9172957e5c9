package org.serviceledger.command.evaluation;

import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.Applicant;
import org.serviceledger.command.cases.ServiceRendered.Rendering;

/** Facts from other streams: the service to rate, and the calendar for the deadlines of the follow-up. */
record EvaluationFacts(WorkingDayCalendar calendar, Rendering rendering) {

    /** Returns the applicant of the case, or null if the case has no service to rate. */
    @Nullable Applicant applicant() {
        return rendering instanceof Rendering.Service service ? service.applicant() : null;
    }
}
