package org.serviceledger.store.log;

import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** Why a proof of the log proves nothing. */
public sealed interface ProofFlaw {

    /** One line in the language that is being spoken. */
    default String line() {
        return line(Language.current());
    }

    /** One line in a language of the caller's choice. */
    default String line(Language language) {
        return Message.of((Record) this).in(language);
    }

    /** A tree of this size has no such leaf. */
    record NoSuchLeaf(long index, long size) implements ProofFlaw {}

    /** What should be the beginning is larger, or no tree at all. */
    record NoBeginning(long smaller, long larger) implements ProofFlaw {}

    /** Of a tree without leaves nothing can be proved. */
    record OfNothing() implements ProofFlaw {}

    /** It has hashes that lead nowhere. */
    record TooLong() implements ProofFlaw {}

    /** It lacks hashes. */
    record TooShort() implements ProofFlaw {}

    /** It leads elsewhere. */
    record OtherRoot(Root root) implements ProofFlaw {}

    /** Which root a proof should lead to. */
    enum Root {
        /** That of the only tree it is about. */
        ONLY,
        SMALLER,
        LARGER
    }
}
