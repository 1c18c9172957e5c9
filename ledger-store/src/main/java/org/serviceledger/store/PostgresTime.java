package org.serviceledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.chrono.IsoEra;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Converts times as PostgreSQL stores them: microseconds since 2000-01-01, from 4714 BC to AD 294276. */
final class PostgresTime {

    private static final Instant FIRST = Instant.parse("-4713-11-24T00:00:00Z");
    private static final Instant LAST = Instant.parse("+294276-12-31T23:59:59.999999Z");
    private static final long EPOCH_SECOND =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final int NANOS_A_MICRO = 1_000;

    /** The form in which the server writes times before the year 1. */
    private static final DateTimeFormatter BEFORE_CHRIST = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .appendOffset("+HH:mm:ss", "+00")
            .appendLiteral(" BC")
            .parseDefaulting(ChronoField.ERA, IsoEra.BCE.getValue())
            .toFormatter(Locale.ROOT);

    private PostgresTime() {}

    /** Returns the time cut to microseconds. Throws {@link IllegalArgumentException} if PostgreSQL cannot store it. */
    static Instant kept(String what, Instant time) {
        var kept = time.truncatedTo(ChronoUnit.MICROS);
        if (kept.isBefore(FIRST) || kept.isAfter(LAST)) {
            throw new IllegalArgumentException(
                    "%s cannot be stored: %s is not from %s to %s".formatted(what, time, FIRST, LAST));
        }
        return kept;
    }

    /** Reads a time from a row; null if the column is null. */
    static @Nullable Instant read(ResultSet row, int column) throws SQLException {
        try {
            @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        } catch (DateTimeException _) { // the driver mistakes 29 February of 1 BC for that of the year 1, for example
            return BEFORE_CHRIST.parse(row.getString(column), Instant::from);
        }
    }

    /** Microseconds since 2000-01-01 of a time that PostgreSQL can store. */
    static long micros(Instant time) {
        return (time.getEpochSecond() - EPOCH_SECOND) * MICROS_A_SECOND + time.getNano() / NANOS_A_MICRO;
    }
}
