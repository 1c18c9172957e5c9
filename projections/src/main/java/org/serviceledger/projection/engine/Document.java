package org.serviceledger.projection.engine;

/** What a read model keeps of one thing. */
public interface Document {

    /** The position of the last event folded in, which is the document's version in Elasticsearch. */
    long position();
}
