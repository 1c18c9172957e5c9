package org.serviceledger.store;

/** Tells whether a stream has further events, without reading the stream. */
public interface StreamWatch {

    /** A size of the ledger, in events, up to which everything is committed. Answered from memory. */
    long knownSize();

    /**
     * Looks at the ledger, at some time after the call, for further events of a stream.
     *
     * @param since a size of the ledger at which all events of the stream were known
     */
    Look look(String streamId, long since);

    /**
     * Whether nothing was appended to a stream up to the last append of this process, if that was only a moment ago.
     * Answered from memory. A caller that relies on the answer must check in the end whether it still held.
     *
     * @param since a size of the ledger at which all events of the stream were known
     * @return false also if this is not known
     */
    boolean unchangedLately(String streamId, long since);

    /**
     * The result of a look.
     *
     * @param size the size of the ledger at the time of the look
     * @param unchanged whether the stream had no further events; false also if this is not known
     */
    record Look(long size, boolean unchanged) {}
}
