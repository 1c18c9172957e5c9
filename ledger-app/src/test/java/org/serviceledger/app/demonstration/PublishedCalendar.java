package org.serviceledger.app.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import tools.jackson.databind.json.JsonMapper;

/** The calendar that a ledger publishes at its first start. */
final class PublishedCalendar {

    record Notices(List<Notice> years) {}

    record Notice(int year, String source, Map<LocalDate, String> off, Map<LocalDate, String> work) {}

    private PublishedCalendar() {}

    static WorkingDayCalendar read() {
        try (var file = Objects.requireNonNull(PublishedCalendar.class.getResourceAsStream("/calendar/cn.json"))) {
            var calendar = WorkingDayCalendar.empty();
            for (var notice : JsonMapper.shared().readValue(file, Notices.class).years()) {
                calendar = calendar.with(notice.year(), new WorkingDayCalendar.Year(notice.off(), notice.work()));
            }
            return calendar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
