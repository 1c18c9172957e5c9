package org.serviceledger.store;

/** Tells whether a stream has got further events without reading it. */
public interface StreamWatch {

    /** A size of the ledger up to which everything is committed, known without asking anybody. */
    long knownSize();

    /**
     * Looks whether a stream has got events, at some time since the call.
     *
     * @param since a size of the ledger at which all its events were known
     */
    Look look(String streamId, long since);

    /**
     * Whether nothing was appended to a stream until this process appended the last time, if that is only a moment ago. It
     * costs nothing; who relies on it must find out in the end whether it still held.
     *
     * @param since a size of the ledger at which all its events were known
     * @return false also if it is not known
     */
    boolean unchangedLately(String streamId, long since);

    /**
     * What there was to see.
     *
     * @param size of the ledger when it was looked at
     * @param unchanged whether the stream had got no further events; false also if that is not known
     */
    record Look(long size, boolean unchanged) {}
}
