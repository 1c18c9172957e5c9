package org.serviceledger.command.web;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.organization.OrganizationId;

/** Gives out case numbers, in the order of time, and the codes applicants ask the progress with. */
final class CaseNumbers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    private final SecureRandom random = new SecureRandom();

    /** The organisation's code, the day, the millisecond of the day, and four digits of chance. */
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
