package org.serviceledger.api.evaluation;

import java.time.Instant;
import org.serviceledger.api.Refusal;
import org.serviceledger.api.cases.CaseId;

/** Why a command on an evaluation was refused. */
public sealed interface EvaluationRefusal extends Refusal {

    record AlreadyInvited(EvaluationId evaluationId) implements EvaluationRefusal {

        @Override
        public Nature nature() {
            return Nature.ALREADY;
        }

        @Override
        public String rule() {
            return "国办发〔2019〕51号 一事一评";
        }

        @Override
        public String detail() {
            return "%s has been asked for already (一事一评)".formatted(evaluationId);
        }
    }

    record NotInvited(EvaluationId evaluationId) implements EvaluationRefusal {

        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }

        @Override
        public String rule() {
            return "evaluation/invited-first";
        }

        @Override
        public String detail() {
            return "there is nothing to rate under %s (无可评价的服务)".formatted(evaluationId);
        }
    }

    record NoServiceYet(CaseId caseId) implements EvaluationRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "evaluation/service-first";
        }

        @Override
        public String detail() {
            return "%s has not been finished: there is no service to rate yet (服务尚未完成)".formatted(caseId);
        }
    }

    record RatedTwice(EvaluationId evaluationId) implements EvaluationRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "国办发〔2019〕51号 一事一评";
        }

        @Override
        public String detail() {
            return "%s has its rating and its added rating; there is no third (仅可追评一次)".formatted(evaluationId);
        }
    }

    record RatedBeforeServed(EvaluationId evaluationId, Instant at, Instant servedAt) implements EvaluationRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "evaluation/rated-after-service";
        }

        @Override
        public String detail() {
            return "a rating at %1$s cannot be of a service given at %2$s (评价时间 %1$s 早于服务时间 %2$s)"
                    .formatted(at, servedAt);
        }
    }

    record NotABadRating(EvaluationId evaluationId) implements EvaluationRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "差评整改";
        }

        @Override
        public String detail() {
            return "%s is not a bad rating (非差评无需整改)".formatted(evaluationId);
        }
    }

    record NotRatedYet(EvaluationId evaluationId) implements EvaluationRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "evaluation/rated-first";
        }

        @Override
        public String detail() {
            return "%s has not been rated yet (尚未评价)".formatted(evaluationId);
        }
    }

    record NotInThisStage(EvaluationId evaluationId, String asked, String stage) implements EvaluationRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "evaluation/stages";
        }

        @Override
        public String detail() {
            return "%1$s is not possible while %2$s is %3$s (评价%3$s，此时不可执行此操作)".formatted(asked, evaluationId, stage);
        }
    }

    record BeforeThePrevious(EvaluationId evaluationId, Instant at, Instant previous) implements EvaluationRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "evaluation/in-order";
        }

        @Override
        public String detail() {
            return "%1$s is before what happened at %2$s (时间 %1$s 早于上一动作 %2$s)".formatted(at, previous);
        }
    }

    record DecidedByTheRated(EvaluationId evaluationId, String person) implements EvaluationRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "申诉复核";
        }

        @Override
        public String detail() {
            return "%s is the one who was rated and cannot decide the appeal (被评价人不得复核)".formatted(person);
        }
    }
}
