package org.serviceledger.store.verify;

/**
 * An event of a stream, identified independently of its position in the ledger. Control characters in the stream's name
 * are replaced.
 *
 * @param sequence counted from 0; findings show it in this form in either language
 */
public record StreamPlace(String stream, long sequence) {

    public StreamPlace {
        stream = OneLine.of(stream);
    }
}
