package org.serviceledger.api.cases;

import static org.serviceledger.api.Refusal.Nature.ALREADY;
import static org.serviceledger.api.Refusal.Nature.BREAKS_RULE;
import static org.serviceledger.api.Refusal.Nature.OUT_OF_ORDER;
import static org.serviceledger.api.Refusal.Nature.UNKNOWN;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Refusal;
import org.serviceledger.api.Refuses;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.ItemRefusal;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.words.Message;
import org.serviceledger.words.Term;

/** Reasons for refusing a command on a case. */
public sealed interface CaseRefusal extends Refusal {

    /** The stage of a case, or the fact it lacked, at which a command came too early or too late. */
    enum Stage implements Term {
        APPLIED,
        RECEIVED,
        SUPPLEMENTING,
        ACCEPTED,
        NOT_ROUTED,
        NO_DEPARTMENTS,
        IN_PROGRESS,
        OVERDUE,
        DECIDED,
        GRANTED,
        DENIED,
        NOT_ACCEPTED,
        WITHDRAWN,
        TERMINATED,
        ISSUED,
        DELIVERED,
        IMPORTED
    }

    @Refuses(nature = ALREADY, rule = "case/number-once")
    record AlreadyApplied(CaseId caseId) implements CaseRefusal {}

    @Refuses(nature = UNKNOWN, rule = "case/applied-first")
    record NoSuchCase(CaseId caseId) implements CaseRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "case/stages")
    record NotInThisStage(CaseId caseId, Message asked, Stage stage) implements CaseRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "case/in-order")
    record BeforeThePrevious(CaseId caseId, Instant at, Instant previous) implements CaseRefusal {}

    @Refuses(nature = UNKNOWN, rule = "item/published-first")
    record NoSuchItem(ItemId itemId) implements CaseRefusal {}

    /** The item was suspended or cancelled at the time of the application, whatever its state is now. */
    @Refuses(nature = OUT_OF_ORDER, rule = "item/in-use")
    record ItemNotInUse(ItemId itemId, ItemRefusal.State state, Instant at) implements CaseRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "item/in-force")
    record ItemNotYetInForce(ItemId itemId, Instant at, Instant first) implements CaseRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "行政许可法 32(四)")
    record SupplementRequestedBefore(CaseId caseId) implements CaseRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "行政许可法 32(四)")
    record NothingMissing(CaseId caseId) implements CaseRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "行政许可法 32(四)")
    record NoticeTooLate(CaseId caseId, Deadline due) implements CaseRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "行政许可法 32(四)")
    record NotYetDeemed(CaseId caseId, Deadline due) implements CaseRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "行政许可法 32, 38, 42")
    record ReasonsMissing(CaseId caseId, Message what) implements CaseRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "行政许可法 38")
    record RemediesMissing(CaseId caseId) implements CaseRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "优化营商环境条例 36")
    record LateReasonMissing(CaseId caseId, Deadline promised) implements CaseRefusal {}

    /**
     * The clock is stopped. It runs again only when the act that stopped it ends.
     *
     * @param by the special procedure that stopped the clock, or null if the case is suspended (挂起)
     */
    @Refuses(nature = OUT_OF_ORDER, rule = "GB/T 39046 T7")
    record ClockIsStopped(CaseId caseId, @Nullable SpecialProcedure by) implements CaseRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "GB/T 39046 T7")
    record ClockIsRunning(CaseId caseId) implements CaseRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "行政许可法 45")
    record NoticeMissing(CaseId caseId) implements CaseRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "case/days-positive")
    record DaysNotPositive(CaseId caseId, int workingDays) implements CaseRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "行政许可法 42")
    record ExtensionTooLong(CaseId caseId, int workingDays, int most) implements CaseRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "行政许可法 42")
    record ExtendedBefore(CaseId caseId) implements CaseRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "case/steps")
    record StepIsOpen(CaseId caseId, String step) implements CaseRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "case/steps")
    record NoSuchStep(CaseId caseId, String step) implements CaseRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "case/steps")
    record NoStepOfKind(CaseId caseId, StepKind kind) implements CaseRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "case/separate-hands")
    record OwnReviewer(CaseId caseId, String person) implements CaseRefusal {}

    @Refuses(nature = ALREADY, rule = "case/number-once")
    record ImportedElsewhere(CaseId caseId, String origin) implements CaseRefusal {}

    @Refuses(nature = ALREADY, rule = "case/number-once")
    record NotImported(CaseId caseId) implements CaseRefusal {}
}
