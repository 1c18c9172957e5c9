package org.serviceledger.words;

/**
 * A constant of an enum that has a name in the field. Its words stand in the bundles {@code terms} under the name of the enum
 * and the constant, such as {@code ItemType.LICENCE}.
 */
public interface Term {

    /** The name of the constant. */
    String name();

    /** In the language that is being spoken. */
    default String term() {
        return term(Language.current());
    }

    /** In a language of the caller's choice; what is stored is always in Chinese. */
    default String term(Language language) {
        return Words.in(language).term(this);
    }
}
