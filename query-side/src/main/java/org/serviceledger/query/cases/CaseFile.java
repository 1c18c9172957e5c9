package org.serviceledger.query.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.imports.Provenance;
import org.serviceledger.api.item.Channel;

/**
 * Everything known of one case except its acts.
 *
 * @param promised the promised limit, with the computation of its end
 * @param legal the legal limit in the same form, where a law sets one
 * @param people all staff who acted in the case
 * @param overdueWorkingDays for ended cases, working days past the promised limit; a started day counts
 * @param asOf the answer reflects the ledger up to this position
 */
@RecordBuilder
public record CaseFile(
        @JsonUnwrapped CaseSummary summary,
        @Nullable Provenance provenance,
        @Nullable Channel channel,
        boolean agent,
        boolean zeroMaterial,
        Actor.@Nullable Person firstAsked,
        List<Actor.Person> people,
        @Nullable Instant decidedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant acceptanceDue,
        @Nullable Instant supplementDue,
        Limit promised,
        Limit legal,
        List<String> missing,
        List<String> departments,
        List<String> openSteps,
        int extendedWorkingDays,
        int deductedWorkingDays,
        @Nullable Integer overdueWorkingDays,
        boolean pastLegalLimit,
        @Nullable String reason,
        @Nullable String resultName,
        @Nullable String resultNumber,
        int acts,
        long asOf) {

    /**
     * A time limit of the case.
     *
     * @param limit the limit that the item grants; absent if there is none
     * @param due the instant at which the limit ends; absent until the clock has started
     * @param computation every day that was counted, with the rule and the calendar; absent for imports
     */
    public record Limit(
            @Nullable TimeLimit limit,
            @Nullable Instant due,
            @Nullable Deadline computation) {}
}
