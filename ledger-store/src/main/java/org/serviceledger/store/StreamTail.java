package org.serviceledger.store;

/** The last event of a stream: what the next one's sequence, leaf and pseudonym follow from. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StreamTail(long sequence, byte[] leafHash, byte[] pseudonym) {

    StreamTail later(StreamTail other) {
        return other.sequence > sequence ? other : this;
    }
}
