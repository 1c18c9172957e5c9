package org.serviceledger.projection.engine;

/**
 * What became of events.
 *
 * @param seen how many concern the read model
 * @param folded how many of them are in a document
 * @param documents how many documents they began
 */
record Counts(long seen, long folded, long documents) {

    static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Counts others) {
        return new Counts(seen + others.seen, folded + others.folded, documents + others.documents);
    }
}
