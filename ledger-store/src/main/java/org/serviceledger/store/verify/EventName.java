package org.serviceledger.store.verify;

/**
 * The identity of an event in findings. Control characters in the stream's name and the type are replaced.
 *
 * @param position position in the ledger, counted from 0; findings show it in this form in either language
 * @param sequence place in the stream, counted from 0; findings show it in this form too
 */
public record EventName(long position, String stream, long sequence, String type) {

    public EventName {
        stream = OneLine.of(stream);
        type = OneLine.of(type);
    }
}
