package org.serviceledger.api.item;

import java.time.Instant;
import org.serviceledger.api.Refusal;
import org.serviceledger.api.calendar.TimeLimit;

/** Why an item command was refused. */
public sealed interface ItemRefusal extends Refusal {

    record AlreadyPublished(ItemId itemId) implements ItemRefusal {

        @Override
        public Nature nature() {
            return Nature.ALREADY;
        }

        @Override
        public String rule() {
            return "item/published-once";
        }

        @Override
        public String detail() {
            return "%s has been published already (事项已发布)".formatted(itemId);
        }
    }

    record NotPublished(ItemId itemId) implements ItemRefusal {

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

    record NotInUse(ItemId itemId, String state) implements ItemRefusal {

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
            return "%s is %s: only an item in use can do this (事项不在用)".formatted(itemId, state);
        }
    }

    /** Versions follow each other in time, or nobody could say which was in force. */
    record BeforeThePrevious(ItemId itemId, Instant at, Instant previous) implements ItemRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "item/in-order";
        }

        @Override
        public String detail() {
            return "%s is before what happened to %s at %s (时间早于上一动作)".formatted(at, itemId, previous);
        }
    }

    record NotSuspended(ItemId itemId) implements ItemRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "item/suspended-first";
        }

        @Override
        public String detail() {
            return "%s is not suspended (事项未暂停)".formatted(itemId);
        }
    }

    record PromiseExceedsLaw(ItemId itemId, TimeLimit promised, TimeLimit legal) implements ItemRefusal {

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
            return "the promised limit %s is longer than the legal limit %s (承诺时限不得长于法定时限)".formatted(promised, legal);
        }
    }

    record LimitNotPositive(ItemId itemId, TimeLimit limit) implements ItemRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "item/limit-positive";
        }

        @Override
        public String detail() {
            return "a time limit must be positive, not %s".formatted(limit);
        }
    }

    record CatalogAttributeChanged(ItemId itemId, String attribute) implements ItemRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "四级四同";
        }

        @Override
        public String detail() {
            return "%s comes from the basic catalogue and cannot be changed here (四级四同)".formatted(attribute);
        }
    }

    record LevelDoesNotFitCode(ItemId itemId, ExerciseLevel level) implements ItemRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "GB/T 39046 A.2";
        }

        @Override
        public String detail() {
            return "the 19th character of %s is not the level %s (行使层级与实施编码不符)".formatted(itemId.code(), level.code());
        }
    }

    record NotACreditCode(ItemId itemId) implements ItemRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "GB 32100—2015";
        }

        @Override
        public String detail() {
            return "the first 18 characters of %s are not a valid unified social credit code (统一社会信用代码)"
                    .formatted(itemId.code());
        }
    }

    record CatalogCodeDiffers(ItemId itemId, String catalogCode) implements ItemRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "GB/T 39046";
        }

        @Override
        public String detail() {
            return "the last 12 characters of %s are not the catalogue code %s (基本编码不符)"
                    .formatted(itemId.code(), catalogCode);
        }
    }
}
