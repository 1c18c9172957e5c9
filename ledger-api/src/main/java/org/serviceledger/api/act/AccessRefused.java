package org.serviceledger.api.act;

import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** Thrown if a user may not do what they ask for. */
public final class AccessRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String rule;
    private final transient Message words;

    /**
     * Creates a refusal.
     *
     * @param rule the rule that forbids it, such as {@code access/scope}
     */
    public AccessRefused(String rule, Message words) {
        super(words.in(Language.ENGLISH), null, false, false);
        this.rule = rule;
        this.words = words;
    }

    public String rule() {
        return rule;
    }

    /** Returns the message for the user, renderable in any language. */
    public Message words() {
        return words;
    }
}
