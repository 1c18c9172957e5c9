package org.serviceledger.store.verify;

/** Which event of a stream is meant, counted from 0 in either language, wherever it stands or stood in the ledger. */
public record StreamPlace(String stream, long sequence) {

    public StreamPlace {
        stream = OneLine.of(stream);
    }

    String english() {
        return "event %d of %s".formatted(sequence, stream);
    }

    String chinese() {
        return "%s 的 %d 号事件".formatted(stream, sequence);
    }
}
