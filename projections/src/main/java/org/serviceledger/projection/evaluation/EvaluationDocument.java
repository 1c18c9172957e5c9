package org.serviceledger.projection.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
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
 * The evaluation of one case. It does not name the rater; it only says whether the rater gave a real name.
 *
 * @param organizationPath the codes of the organisation and of all organisations above it
 * @param served the person who is rated
 * @param level the level of the first rating, which is the one that counts; null until there is a rating
 * @param bad whether any rating is one of the two lowest levels (差评)
 * @param realName whether any rating was given under a real name
 * @param contactDue the instant by which a bad rating under a real name must have been looked into
 * @param satisfied what the rater said when called back
 * @param excluded whether an appeal was decided so that the rating does not count; it stays visible
 */
@RecordBuilder
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

    /** One rating. A later rating is added and does not replace the first. */
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

    /** Returns the terms of the whitespace-analysed field of the same name. The field is not kept in the source. */
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
