package org.serviceledger.projection.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.evaluation.RatingChannel;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.projection.engine.Document;
import org.serviceledger.projection.text.ChineseText;

/**
 * The evaluation of one case. Who rated is not kept here, only whether under a real name.
 *
 * @param organizationPath codes of the organisation and all above it
 * @param served who is rated
 * @param level of the first rating, which is the one that counts; absent while nobody rated
 * @param bad whether any rating is one of the two lowest levels (差评)
 * @param contactDue until when a bad rating under a real name must have been looked into
 * @param satisfied what the rater said when called back
 * @param excluded decided upon appeal not to count; it stays visible
 */
public record EvaluationDocument(
        EvaluationId evaluationId,
        CaseId caseId,
        ItemId item,
        String itemName,
        OrganizationId organization,
        List<String> organizationPath,
        @Nullable WindowId window,
        Actor.Person served,
        EvaluationStage state,
        @Nullable Instant invitedAt,
        @Nullable Instant servedAt,
        @Nullable RatingLevel level,
        @Nullable RatingChannel channel,
        @Nullable Instant ratedAt,
        List<Rating> ratings,
        boolean bad,
        boolean realName,
        @Nullable Instant contactDue,
        @Nullable Instant contactedAt,
        boolean contactedLate,
        @Nullable String finding,
        @Nullable Instant rectifiedAt,
        @Nullable String measures,
        @Nullable Instant calledBackAt,
        @Nullable Boolean satisfied,
        @Nullable String answer,
        @Nullable Instant appealedAt,
        @Nullable String grounds,
        @Nullable Instant appealDecidedAt,
        boolean excluded,
        @Nullable String decisionReasons,
        long position)
        implements Document {

    /** One rating; a second one stands beside the first. */
    public record Rating(
            int number,
            RatingLevel level,
            RatingChannel channel,
            List<String> details,
            String text,
            Instant ratedAt,
            long position) {}

    public EvaluationDocument {
        organizationPath = List.copyOf(organizationPath);
        ratings = List.copyOf(ratings);
    }

    /** For the whitespace-analysed field of the same name; not kept in the source. */
    @JsonProperty
    String words() {
        var written = ratings.stream().map(Rating::text).toArray(String[]::new);
        return ChineseText.words(
                itemName, served.name(), String.join(" ", written), finding, measures, answer, grounds);
    }

    @JsonProperty
    String pinyin() {
        return ChineseText.pinyin(itemName, served.name());
    }
}
