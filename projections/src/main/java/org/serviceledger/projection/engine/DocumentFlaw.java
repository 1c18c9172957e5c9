package org.serviceledger.projection.engine;

import org.serviceledger.words.Sentence;

/**
 * A document that differs from the fold of its events. A flaw never reveals the document's content, which may be
 * personal data.
 */
public sealed interface DocumentFlaw extends Sentence {

    /** Returns the name of the read model, empty for {@link Unfoldable}. */
    String model();

    /** Returns the id of the document, empty for {@link Unfoldable}. */
    String id();

    /** A document and the fold of its events differ; {@code field} is the first field in which they do. */
    record Differs(String model, String id, String field) implements DocumentFlaw {}

    /** A document is missing. */
    record Absent(String model, String id, long position) implements DocumentFlaw {}

    /** A document exists that no event yields. */
    record Surplus(String model, String id) implements DocumentFlaw {}

    /** An event cannot be read or folded, so the audit has no result for any document. */
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

    /** A document does not reflect the last of its events. */
    record Behind(String model, String id, long position, long expected) implements DocumentFlaw {}
}
