package org.serviceledger.projection.engine;

import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** A document that is not what its events give; never tells what it says, which may be somebody's personal data. */
public sealed interface DocumentFlaw {

    String model();

    String id();

    /** One line. */
    default Message message() {
        return Message.of((Record) this);
    }

    /** One line in English. */
    default String line() {
        return message().in(Language.ENGLISH);
    }

    /** One line in Chinese. */
    default String chinese() {
        return message().in(Language.CHINESE);
    }

    /** The first field in which a document and the fold of its events differ. */
    record Differs(String model, String id, String field) implements DocumentFlaw {}

    /** A document that should be there. */
    record Absent(String model, String id, long position) implements DocumentFlaw {}

    /** A document that no event gives. */
    record Surplus(String model, String id) implements DocumentFlaw {}

    /** An event that cannot be read or folded, so that nothing can be said of any document. */
    record Unfoldable(long position) implements DocumentFlaw {

        @Override
        public String model() {
            return "";
        }

        @Override
        public String id() {
            return "";
        }
    }

    /** A document that has not seen the last of its events. */
    record Behind(String model, String id, long position, long expected) implements DocumentFlaw {}
}
