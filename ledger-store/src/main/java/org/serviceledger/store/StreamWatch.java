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
     * What there was to see.
     *
     * @param size of the ledger when it was looked at
     * @param unchanged whether the stream had got no further events; false also if that is not known
     */
    record Look(long size, boolean unchanged) {}
}
