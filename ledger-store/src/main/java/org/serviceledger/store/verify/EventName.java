package org.serviceledger.store.verify;

/** Which event is meant; its position and its place in its stream are counted from 0, in either language. */
public record EventName(long position, String stream, long sequence, String type) {

    public EventName {
        stream = OneLine.of(stream);
        type = OneLine.of(type);
    }
}
