package org.serviceledger.query.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.evaluation.RatingChannel;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.organization.LeaderPost;
import org.serviceledger.query.acts.ActView;

/**
 * The chain of a case: every act in the order of the ledger, and everybody who answers for it.
 *
 * @param file the case itself
 * @param people those who acted, by role
 * @param leaders who held the posts of the organisation while the case ran
 * @param invited whether the applicant was asked to rate, which even those who are rated may know
 * @param evaluation absent if there is none, or none the asker may see
 * @param asOf the answer reflects the ledger up to this position
 */
public record Chain(
        @JsonProperty("case") CaseFile file,
        List<ActView> acts,
        List<Role> people,
        List<Leader> leaders,
        boolean invited,
        @Nullable Evaluation evaluation,
        long asOf) {

    /** All who acted in one capacity. */
    public record Role(ActorRole role, String term, List<Involved> people) {}

    /** A person's part in it. */
    public record Involved(
            String person,
            String name,
            @Nullable String post,
            @Nullable String organisation,
            int acts,
            Instant first,
            Instant last) {}

    /**
     * Who held a post.
     *
     * @param to the last day, absent while in office
     */
    public record Leader(
            LeaderPost post,
            String term,
            String person,
            String name,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** How the case was rated, and what became of it. */
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

    /** One rating; who gave it is not said. */
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
