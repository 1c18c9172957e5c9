package org.serviceledger.query.publicsite;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.shared.LedgerAnswer;

/**
 * The county's results. Counts below {@code smallest} are absent, and so are rates and medians over fewer cases.
 *
 * @param smallest the smallest count that is shown
 * @param asOf the answer reflects the ledger up to this position
 */
public record PublicStatistics(
        LocalDate from, LocalDate to, int smallest, Line total, List<Line> halls, List<Line> months, long asOf)
        implements LedgerAnswer {

    /** The results of the county, a hall or a month. */
    public record Line(
            String key,
            String label,
            @Nullable Long received,
            @Nullable Long finished,
            @Nullable BigDecimal onTimeRate,
            @Nullable Integer medianWorkingDays,
            @Nullable Long ratings,
            @Nullable BigDecimal goodRate) {}
}
