package org.serviceledger.projection.engine;

/**
 * The events that a read model has processed.
 *
 * @param seen the number of events that concern the read model
 * @param folded the number of those events that are part of a document
 * @param documents the number of documents that they began
 */
record Counts(long seen, long folded, long documents) {

    static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Counts others) {
        return new Counts(seen + others.seen, folded + others.folded, documents + others.documents);
    }
}
