package org.serviceledger.words;

/**
 * An enum constant that is a term of the field. The bundles {@code terms} hold its text under the simple name of the
 * enum, a dot and the name of the constant, for example {@code ItemType.LICENCE}.
 */
public interface Term {

    /** Returns the name of the constant. */
    String name();

    /** Returns the text in the {@linkplain Language#current() current language}. */
    default String term() {
        return term(Language.current());
    }

    /** Returns the text in the given language. Callers that store the text always use Chinese. */
    default String term(Language language) {
        return Words.in(language).term(this);
    }
}
