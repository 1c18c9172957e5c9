package org.serviceledger.store.subject;

/**
 * A part of an event about a person (数据主体), stored encrypted with that person's key. Who reads it gets what was written, or
 * that it has been erased.
 */
public sealed interface Confidential {

    /** Whose key it is encrypted with; an identifier that tells nothing by itself, since it is not encrypted. */
    String subject();

    record Disclosed(String subject, String value) implements Confidential {

        /** Not the value. */
        @Override
        public String toString() {
            return "confidential of " + subject;
        }
    }

    /** The key is gone, and with it the value, for ever. */
    record Erased(String subject) implements Confidential {}
}
