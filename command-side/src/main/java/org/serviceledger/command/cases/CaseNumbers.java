package org.serviceledger.command.cases;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.organization.OrganizationId;
import org.springframework.stereotype.Component;

/** Generates case numbers in order of time, and the codes with which applicants query progress. */
@Component
final class CaseNumbers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    private final SecureRandom random = new SecureRandom();

    /** Returns the organisation's code, the day, the millisecond of the day and four random digits as one number. */
    CaseId next(OrganizationId organization, Instant at) {
        var time = at.atZone(WorkingDayCalendar.CHINA);
        return CaseId.ofNumber("%s%s%08d%04d"
                .formatted(
                        organization.code(),
                        DAY.format(time),
                        time.get(ChronoField.MILLI_OF_DAY),
                        random.nextInt(10_000)));
    }

    String progressCode() {
        return "%06d".formatted(random.nextInt(1_000_000));
    }
}
