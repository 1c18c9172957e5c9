package org.serviceledger.query.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.evaluation.RatingChannel;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.organization.LeaderPost;
import org.serviceledger.query.acts.ActView;
import org.serviceledger.query.shared.LedgerAnswer;

/**
 * The chain of a case: every act in ledger order, and everyone who answers for it.
 *
 * @param file the case itself
 * @param people the persons who acted, by role
 * @param leaders the leaders of the organisation while the case ran
 * @param invited whether the applicant was invited to rate; even the staff who were rated may know this
 * @param evaluation absent if there is none or the user may not see it
 * @param asOf the answer reflects the ledger up to this position
 */
public record Chain(
        @JsonProperty("case") CaseFile file,
        List<ActView> acts,
        List<Role> people,
        List<Leader> leaders,
        boolean invited,
        @Nullable Evaluation evaluation,
        long asOf)
        implements LedgerAnswer {

    /** Everyone who acted in one role. */
    public record Role(ActorRole role, String term, List<Involved> people) {}

    /** One person's part in the case. */
    public record Involved(
            String person,
            String name,
            @Nullable String post,
            @Nullable String organisation,
            int acts,
            Instant first,
            Instant last) {}

    /**
     * The holder of a post.
     *
     * @param to the last day in office; absent while in office
     */
    public record Leader(
            LeaderPost post,
            String term,
            String person,
            String name,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** The ratings of the case and what followed from them. */
    @RecordBuilder
    public record Evaluation(
            @Nullable Instant invitedAt,
            List<Rating> ratings,
            @Nullable Instant contactDue,
            @Nullable Instant contactedAt,
            @Nullable String finding,
            @Nullable Instant rectifiedAt,
            @Nullable String measures,
            @Nullable Instant calledBackAt,
            @Nullable Boolean satisfiedAfterwards,
            @Nullable String answer,
            @Nullable Instant appealedAt,
            boolean excluded) {}

    /** One rating; it does not say who gave it. */
    public record Rating(
            int number,
            RatingLevel level,
            String term,
            boolean bad,
            RatingChannel channel,
            List<String> details,
            String text,
            Instant ratedAt) {}
}
