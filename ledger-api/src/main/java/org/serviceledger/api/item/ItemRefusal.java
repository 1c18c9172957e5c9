package org.serviceledger.api.item;

import static org.serviceledger.api.Refusal.Nature.ALREADY;
import static org.serviceledger.api.Refusal.Nature.BREAKS_RULE;
import static org.serviceledger.api.Refusal.Nature.OUT_OF_ORDER;
import static org.serviceledger.api.Refusal.Nature.UNKNOWN;

import java.time.Instant;
import org.serviceledger.api.Refusal;
import org.serviceledger.api.Refuses;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.words.Term;

/** Reasons for refusing an item command. */
public sealed interface ItemRefusal extends Refusal {

    /** The state of an item that takes no cases, in the terms of the national dictionary. */
    enum State implements Term {
        SUSPENDED,
        CANCELLED
    }

    /** A property that an item inherits from the basic catalogue and that is the same at all levels (四级四同). */
    enum Inherited implements Term {
        NAME,
        CATALOG_CODE,
        BASIS,
        TYPE
    }

    @Refuses(nature = ALREADY, rule = "item/published-once")
    record AlreadyPublished(ItemId itemId) implements ItemRefusal {}

    @Refuses(nature = UNKNOWN, rule = "item/published-first")
    record NotPublished(ItemId itemId) implements ItemRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "item/in-use")
    record NotInUse(ItemId itemId, State state) implements ItemRefusal {}

    /**
     * The version would start before the previous one. Versions must follow each other in time, so that the version in
     * force is always known.
     */
    @Refuses(nature = OUT_OF_ORDER, rule = "item/in-order")
    record BeforeThePrevious(ItemId itemId, Instant at, Instant previous) implements ItemRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "item/suspended-first")
    record NotSuspended(ItemId itemId) implements ItemRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "优化营商环境条例 36")
    record PromiseExceedsLaw(ItemId itemId, TimeLimit promised, TimeLimit legal) implements ItemRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "item/limit-positive")
    record LimitNotPositive(ItemId itemId, TimeLimit limit) implements ItemRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "四级四同")
    record CatalogAttributeChanged(ItemId itemId, Inherited attribute) implements ItemRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "GB/T 39046 A.2")
    record LevelDoesNotFitCode(String code, String level) implements ItemRefusal {

        public LevelDoesNotFitCode(ItemId itemId, ExerciseLevel level) {
            this(itemId.code(), level.code());
        }
    }

    @Refuses(nature = BREAKS_RULE, rule = "GB 32100—2015")
    record NotACreditCode(String code) implements ItemRefusal {

        public NotACreditCode(ItemId itemId) {
            this(itemId.code());
        }
    }

    @Refuses(nature = BREAKS_RULE, rule = "GB/T 39046")
    record CatalogCodeDiffers(String code, String catalogCode) implements ItemRefusal {

        public CatalogCodeDiffers(ItemId itemId, String catalogCode) {
            this(itemId.code(), catalogCode);
        }
    }
}
