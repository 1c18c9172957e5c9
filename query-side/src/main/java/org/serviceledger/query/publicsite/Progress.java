package org.serviceledger.query.publicsite;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.query.shared.LedgerAnswer;

/**
 * How far a case has come, for anyone who knows its number and code. It names nobody.
 *
 * @param missing papers that the applicant still has to supply
 * @param mayRate whether the applicant was invited to rate and has not yet done so
 * @param asOf the answer reflects the ledger up to this position
 */
@RecordBuilder
public record Progress(
        String number,
        @Nullable String itemName,
        String organisation,
        @Nullable String organisationPhone,
        String state,
        String stateTerm,
        boolean open,
        @Nullable Instant appliedAt,
        @Nullable Instant promisedDue,
        @Nullable Instant finishedAt,
        @Nullable String resultTerm,
        List<String> missing,
        @Nullable Instant supplementDue,
        List<Step> steps,
        boolean mayRate,
        @Nullable RatingLevel rated,
        long asOf)
        implements LedgerAnswer {

    /**
     * An event of the case, without the person who acted.
     *
     * @param position the event's position in the ledger, by which its leaf and its proof can be fetched
     */
    public record Step(
            Instant at, String type, String title, @Nullable String step, long position) {}
}
