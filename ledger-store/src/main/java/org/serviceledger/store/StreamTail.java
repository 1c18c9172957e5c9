package org.serviceledger.store;

/** The last event of a stream. The next event's sequence, leaf and pseudonym are derived from it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StreamTail(long sequence, byte[] leafHash, byte[] pseudonym) {

    StreamTail later(StreamTail other) {
        return other.sequence > sequence ? other : this;
    }
}
