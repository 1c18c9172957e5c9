package org.serviceledger.store.verify;

/** Which event of a stream is meant, counted from 0 in either language, wherever it stands or stood in the ledger. */
public record StreamPlace(String stream, long sequence) {

    public StreamPlace {
        stream = OneLine.of(stream);
    }
}
