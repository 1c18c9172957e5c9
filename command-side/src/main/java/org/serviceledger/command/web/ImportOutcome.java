package org.serviceledger.command.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.imports.ImportId;

/**
 * What became of a batch.
 *
 * @param position of the last event of the batch
 * @param added how many acts there are now that were not there before
 * @param alreadyThere how many cases had every act already
 * @param refused how many cases were not taken
 * @param cases in the order they were sent
 */
record ImportOutcome(String id, long position, long added, long alreadyThere, long refused, List<OfCase> cases) {

    static ImportOutcome of(ImportId id, List<OfCase> cases, CommandSender sender) {
        return new ImportOutcome(
                id.value(),
                cases.stream()
                        .filter(one -> one.added() > 0)
                        .mapToLong(OfCase::position)
                        .max()
                        .orElseGet(sender::position),
                cases.stream().mapToLong(OfCase::added).sum(),
                cases.stream()
                        .filter(one -> one.added() == 0 && one.refused() == null)
                        .count(),
                cases.stream().filter(one -> one.refused() != null).count(),
                cases);
    }

    /**
     * What became of a case.
     *
     * @param added how many of its acts were added; none if it was all there, or refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfCase(
            String number,
            long added,
            long position,
            @Nullable Refused refused) {

        /** A case that is new has one event more than it has acts. */
        static OfCase taken(ImportedCase asked, CommandSender.Sent sent) {
            return new OfCase(
                    asked.number(),
                    Math.min(sent.events(), asked.acts().size()),
                    sent.answer().position(),
                    null);
        }

        static OfCase refused(@Nullable String number, String rule, String detail) {
            return new OfCase(number == null ? "" : number, 0, -1, new Refused(rule, detail));
        }
    }

    /** Why a case was not taken. */
    record Refused(String rule, String detail) {}
}
