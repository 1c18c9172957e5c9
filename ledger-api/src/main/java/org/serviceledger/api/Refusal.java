package org.serviceledger.api;

import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/**
 * Why a command was not carried out: a record, with the rule it would have broken in {@link Refuses} and its sentence
 * in the bundles. {@link Families} names all.
 */
public interface Refusal {

    /** What kind of no this is, which decides the status an HTTP client gets. */
    enum Nature {
        /** There is no such thing. */
        UNKNOWN,
        /** It is there already. */
        ALREADY,
        /** Not in this state: too early, too late, out of order. */
        OUT_OF_ORDER,
        /** Never: a rule of the domain forbids it. */
        BREAKS_RULE
    }

    default Nature nature() {
        return KindsOfRefusal.of(getClass()).nature();
    }

    /** The rule by its source, such as 行政许可法 32(四), or by the name of our own. */
    default String rule() {
        return KindsOfRefusal.of(getClass()).rule();
    }

    /** One sentence for the person who asked, in the language that is being spoken. */
    default String detail() {
        return detail(Language.current());
    }

    default String detail(Language language) {
        return Message.of((Record) this).in(language);
    }
}
