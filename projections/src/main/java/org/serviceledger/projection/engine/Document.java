package org.serviceledger.projection.engine;

/** A document of a read model. */
public interface Document {

    /** Returns the position of the last event folded in, which is the document's external version in Elasticsearch. */
    long position();
}
