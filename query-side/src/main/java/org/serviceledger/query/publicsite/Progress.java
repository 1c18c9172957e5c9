package org.serviceledger.query.publicsite;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.evaluation.RatingLevel;

/**
 * How far a case has come, for whoever knows its number and code; nobody is named.
 *
 * @param missing papers still to be supplied
 * @param mayRate whether the applicant has been invited to rate and has not yet done so
 * @param asOf the answer reflects the ledger up to this position
 */
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
        long asOf) {

    /**
     * Something that happened, without who did it.
     *
     * @param position its place in the ledger, under which its leaf and its proof are to be had
     */
    public record Step(
            Instant at, String type, String title, @Nullable String step, long position) {}
}
