package org.serviceledger.query.publicsite;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.query.performance.GroupBy;
import org.serviceledger.query.performance.Performance;
import org.serviceledger.query.performance.PerformanceFigures;
import org.serviceledger.query.performance.PerformanceQuestion;
import org.serviceledger.query.performance.PerformanceReport;
import org.serviceledger.query.shared.Faults;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.query.shared.QuerySettings;
import org.serviceledger.query.shared.VisibleTo;
import org.serviceledger.words.Message;
import org.springframework.stereotype.Service;

/** The county's results, for the public. Figures of so few cases that they could give a case away are left out. */
@Service
public class PublicResults {

    /** Ten years: each month is a row, and each row several questions to Elasticsearch. */
    private static final int MOST_DAYS = 3_660;

    private final Performance performance;
    private final QuerySettings settings;
    private final Clock clock;

    PublicResults(Performance performance, QuerySettings settings, Clock clock) {
        this.performance = performance;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Returns the figures between two days, which are at most ten years apart. By default the last day is today and the
     * first is January 1 of the last day's year.
     */
    public PublicStatistics of(@Nullable LocalDate from, @Nullable LocalDate to, Freshness freshness) {
        new Faults().period("from", from, "to", to).freshness(freshness).refuseIfAny();
        var last = Objects.requireNonNullElse(to, LocalDate.ofInstant(clock.instant(), WorkingDayCalendar.CHINA));
        var first = Objects.requireNonNullElse(from, last.withDayOfYear(1));
        var faults = new Faults().period("from", first, "to", last);
        if (ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
            faults.add("to", Message.of("fault.within", "most", MOST_DAYS, "field", "from"));
        }
        faults.refuseIfAny();
        var halls = report(first, last, GroupBy.ORGANIZATION, freshness);
        var months = report(first, last, GroupBy.MONTH, freshness);
        return new PublicStatistics(
                first,
                last,
                settings.smallestCell(),
                line(halls.total()),
                halls.rows().stream().map(this::line).toList(),
                months.rows().stream().map(this::line).toList(),
                Math.min(halls.asOf(), months.asOf()));
    }

    private PerformanceReport report(LocalDate from, LocalDate to, GroupBy by, Freshness freshness) {
        return performance.report(PerformanceQuestion.of(from, to, by), freshness, VisibleTo.everyone());
    }

    private PublicStatistics.Line line(PerformanceReport.Row row) {
        var figures = row.figures();
        var ratings = figures.ratings();
        var timely = figures.early() + figures.onTime() + figures.late() + figures.dueUnfinished();
        return new PublicStatistics.Line(
                row.key(),
                row.label(),
                shown(figures.received()),
                shown(figures.finished()),
                of(timely, figures.onTimeRate()),
                measured(figures),
                ratings == null ? null : shown(ratings.count()),
                ratings == null ? null : of(ratings.count(), ratings.goodRate()));
    }

    private @Nullable Integer measured(PerformanceFigures figures) {
        var own = figures.early() + figures.onTime() + figures.late();
        return own < settings.smallestCell() ? null : figures.medianWorkingDays();
    }

    private @Nullable Long shown(long count) {
        return count < settings.smallestCell() ? null : (Long) count;
    }

    private @Nullable BigDecimal of(long denominator, @Nullable BigDecimal rate) {
        return denominator < settings.smallestCell() ? null : rate;
    }
}
