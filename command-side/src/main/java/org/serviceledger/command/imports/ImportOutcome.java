package org.serviceledger.command.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.command.web.CommandSender;

/**
 * The outcome of a batch.
 *
 * @param position position of the last event that the batch added, or of the ledger's last event if it added none
 * @param added number of acts added
 * @param alreadyThere number of cases that the ledger already held with every act
 * @param refused number of cases refused
 * @param cases outcomes in the order of the request
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
     * The outcome of one case.
     *
     * @param added number of acts added; 0 if the ledger held them all or refused the case
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfCase(
            String number,
            long added,
            long position,
            @Nullable Refused refused) {

        /** A new case has one event more than it has acts, so the number of acts is the upper bound. */
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

    /** The reason why a case was refused. */
    record Refused(String rule, String detail) {}
}
