package org.serviceledger.api.cases;

import java.time.Instant;
import org.serviceledger.api.Refusal;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.item.ItemId;

/** Why a command on a case was refused. */
public sealed interface CaseRefusal extends Refusal {

    record AlreadyApplied(CaseId caseId) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.ALREADY;
        }

        @Override
        public String rule() {
            return "case/number-once";
        }

        @Override
        public String detail() {
            return "%s exists already (办件编号已存在)".formatted(caseId);
        }
    }

    record NoSuchCase(CaseId caseId) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }

        @Override
        public String rule() {
            return "case/applied-first";
        }

        @Override
        public String detail() {
            return "there is no case %s (办件不存在)".formatted(caseId);
        }
    }

    record NotInThisStage(CaseId caseId, String asked, String stage) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "case/stages";
        }

        @Override
        public String detail() {
            return "%1$s is not possible while %2$s is %3$s (办件%3$s，此时不可执行此操作)".formatted(asked, caseId, stage);
        }
    }

    record BeforeThePrevious(CaseId caseId, Instant at, Instant previous) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "case/in-order";
        }

        @Override
        public String detail() {
            return "%1$s is before what happened at %2$s (时间 %1$s 早于上一动作 %2$s)".formatted(at, previous);
        }
    }

    record NoSuchItem(ItemId itemId) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }

        @Override
        public String rule() {
            return "item/published-first";
        }

        @Override
        public String detail() {
            return "there is no item %s (事项不存在)".formatted(itemId);
        }
    }

    /** Suspended or cancelled at the moment of the application, whatever it is by now. */
    record ItemNotInUse(ItemId itemId, String state, Instant at) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "item/in-use";
        }

        @Override
        public String detail() {
            return "at %s %s was %s and took no new case (申请时事项不在用)".formatted(at, itemId, state);
        }
    }

    record ItemNotYetInForce(ItemId itemId, Instant at, Instant first) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "item/in-force";
        }

        @Override
        public String detail() {
            return "at %s no version of %s was in force; the first is from %s (申请时事项尚未生效)".formatted(at, itemId, first);
        }
    }

    record SupplementRequestedBefore(CaseId caseId) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "行政许可法 32(四)";
        }

        @Override
        public String detail() {
            return "what is missing is told once: %s had its notice already (一次性告知)".formatted(caseId);
        }
    }

    record NothingMissing(CaseId caseId) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "行政许可法 32(四)";
        }

        @Override
        public String detail() {
            return "a notice names what is missing (补正告知须列明全部内容)";
        }
    }

    record NoticeTooLate(CaseId caseId, Deadline due) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "行政许可法 32(四)";
        }

        @Override
        public String detail() {
            return "the notice was due on %s; the case counts as accepted since it was received (逾期不告知视为受理)"
                    .formatted(due.dueOn());
        }
    }

    record NotYetDeemed(CaseId caseId, Deadline due) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "行政许可法 32(四)";
        }

        @Override
        public String detail() {
            return "acceptance may still be decided until %s (告知期限未届满)".formatted(due.dueOn());
        }
    }

    record ReasonsMissing(CaseId caseId, String what) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "行政许可法 32, 38, 42";
        }

        @Override
        public String detail() {
            return "%s needs reasons (须说明理由)".formatted(what);
        }
    }

    record RemediesMissing(CaseId caseId) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "行政许可法 38";
        }

        @Override
        public String detail() {
            return "a denial tells the applicant of 行政复议 and 行政诉讼 (须告知救济途径)";
        }
    }

    record LateReasonMissing(CaseId caseId, Deadline promised) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "优化营商环境条例 36";
        }

        @Override
        public String detail() {
            return "%s is past: the reasons must be stated (超期须公开说明理由)".formatted(promised.dueOn());
        }
    }

    record ClockIsStopped(CaseId caseId, String by) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "GB/T 39046 T7";
        }

        @Override
        public String detail() {
            return "%s is still open: end it first (计时未恢复)".formatted(by);
        }
    }

    record ClockIsRunning(CaseId caseId) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "GB/T 39046 T7";
        }

        @Override
        public String detail() {
            return "nothing has stopped the clock of %s (计时未暂停)".formatted(caseId);
        }
    }

    record NoticeMissing(CaseId caseId) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "行政许可法 45";
        }

        @Override
        public String detail() {
            return "the applicant must be told in writing how long the special procedure takes (须书面告知所需时间)";
        }
    }

    record DaysNotPositive(CaseId caseId, int workingDays) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "case/days-positive";
        }

        @Override
        public String detail() {
            return "%d working days are not a period (天数须为正)".formatted(workingDays);
        }
    }

    record ExtensionTooLong(CaseId caseId, int workingDays, int most) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "行政许可法 42";
        }

        @Override
        public String detail() {
            return "an extension of %d working days is more than the %d the law allows (延期超过法定上限)"
                    .formatted(workingDays, most);
        }
    }

    record ExtendedBefore(CaseId caseId) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "行政许可法 42";
        }

        @Override
        public String detail() {
            return "%s was extended once already (只能延期一次)".formatted(caseId);
        }
    }

    record StepIsOpen(CaseId caseId, String step) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "case/steps";
        }

        @Override
        public String detail() {
            return "step %s is open (环节未办结)".formatted(step);
        }
    }

    record NoSuchStep(CaseId caseId, String step) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "case/steps";
        }

        @Override
        public String detail() {
            return "step %s was not started (环节未开始)".formatted(step);
        }
    }

    record OwnReviewer(CaseId caseId, String person) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "case/separate-hands";
        }

        @Override
        public String detail() {
            return "%s handled the case and cannot approve it as well (经办人不得审核、批准)".formatted(person);
        }
    }

    record ImportedElsewhere(CaseId caseId, String origin) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.ALREADY;
        }

        @Override
        public String rule() {
            return "case/number-once";
        }

        @Override
        public String detail() {
            return "%s exists already, from %s (办件编号已存在于其他来源)".formatted(caseId, origin);
        }
    }

    record NotImported(CaseId caseId) implements CaseRefusal {

        @Override
        public Nature nature() {
            return Nature.ALREADY;
        }

        @Override
        public String rule() {
            return "case/number-once";
        }

        @Override
        public String detail() {
            return "%s was not imported: it was applied for here (办件编号已存在)".formatted(caseId);
        }
    }
}
