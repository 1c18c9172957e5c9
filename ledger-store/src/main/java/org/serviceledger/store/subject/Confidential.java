package org.serviceledger.store.subject;

/**
 * A part of an event about a person (数据主体), stored encrypted with that person's key. A reader gets the value, or the
 * information that it has been erased.
 */
public sealed interface Confidential {

    /**
     * The person whose key encrypts the value. The identifier is not encrypted, so it must reveal nothing by itself.
     */
    String subject();

    record Disclosed(String subject, String value) implements Confidential {

        /** Leaves out the value. */
        @Override
        public String toString() {
            return "confidential of " + subject;
        }
    }

    /** The key was destroyed, so the value is gone for ever. */
    record Erased(String subject) implements Confidential {}
}
