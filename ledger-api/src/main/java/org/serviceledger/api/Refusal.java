package org.serviceledger.api;

import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/**
 * The reason why a command was refused. Each refusal is a record. {@link Refuses} states the rule that the command
 * would have broken, and the bundles hold its text. {@link Families} lists all refusals.
 */
public interface Refusal {

    /** The kind of refusal. It decides the HTTP status of the response. */
    enum Nature {
        /** The addressed object does not exist. */
        UNKNOWN,
        /** The object exists already, or the act has already happened. */
        ALREADY,
        /** The state does not allow it: too early, too late or out of order. */
        OUT_OF_ORDER,
        /** A rule of the domain forbids it in every state. */
        BREAKS_RULE
    }

    default Nature nature() {
        return KindsOfRefusal.of(getClass()).nature();
    }

    /** Returns the rule: a citation such as 行政许可法 32(四), or the ledger's own name for the rule. */
    default String rule() {
        return KindsOfRefusal.of(getClass()).rule();
    }

    /** Returns one sentence for the user, in the {@linkplain Language#current() current language}. */
    default String detail() {
        return detail(Language.current());
    }

    default String detail(Language language) {
        return Message.of((Record) this).in(language);
    }
}
