package org.serviceledger.store.verify;

/** Which event is meant; its position and its place in its stream are counted from 0, in either language. */
public record EventName(long position, String stream, long sequence, String type) {

    public EventName {
        stream = OneLine.of(stream);
        type = OneLine.of(type);
    }

    String english() {
        return "position %d (event %d of %s, %s)".formatted(position, sequence, stream, type);
    }

    String chinese() {
        return "位置 %d（%s 的 %d 号事件，%s）".formatted(position, stream, sequence, type);
    }
}
