package org.serviceledger.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Formats dates and times for messages, in China's time zone. A time shows seconds only if it is not a whole minute.
 */
final class Moments {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Moments() {}

    static String written(TemporalAccessor moment, Language language) {
        return switch (moment) {
            case Instant instant -> at(instant.atZone(CHINA).toLocalDateTime(), language);
            case LocalDate date -> date(date, language);
            default -> moment.toString();
        };
    }

    private static String at(LocalDateTime time, Language language) {
        boolean whole = time.truncatedTo(ChronoUnit.MINUTES).equals(time);
        return date(time.toLocalDate(), language) + " " + (whole ? MINUTES : SECONDS).format(time);
    }

    private static String date(LocalDate date, Language language) {
        return switch (language) {
            case CHINESE -> CHINESE.format(date);
            case ENGLISH -> ENGLISH.format(date);
        };
    }
}
