package org.serviceledger.command.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.serviceledger.api.Actor;
import org.serviceledger.api.calendar.CalendarCommand.PublishYear;
import org.serviceledger.api.calendar.CalendarId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes the years of the State Council's notices that ship with the program. Years already published are skipped,
 * including those that an administrator has since replaced.
 */
@Component
public final class CalendarPublication {

    static final String RESOURCE = "/calendar/cn.json";

    /** The resource file: one notice for each year, with the holiday's name for each day. */
    record Notices(List<Notice> years) {}

    record Notice(int year, String source, Map<LocalDate, String> off, Map<LocalDate, String> work) {

        PublishYear publish(Instant at) {
            return new PublishYear(CalendarId.CHINA, year, off, work, source, Actor.system(), at);
        }
    }

    private final CommandGateway commands;
    private final CurrentCalendar current;

    public CalendarPublication(CommandGateway commands, CurrentCalendar current) {
        this.commands = commands;
        this.current = current;
    }

    /**
     * Publishes the missing years. The application calls this when the ledger starts.
     *
     * @param at the time of the publication
     * @return the number of years published
     */
    public int publishMissingYears(Instant at) {
        var published = current.calendar().years();
        var missing = notices().stream()
                .filter(notice -> !published.containsKey(notice.year()))
                .toList();
        missing.forEach(notice -> commands.sendAndWait(notice.publish(at)));
        return missing.size();
    }

    static List<Notice> notices() {
        try (var file = Objects.requireNonNull(CalendarPublication.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return JsonMapper.shared().readValue(file, Notices.class).years();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }
}
