package org.serviceledger.store.verify;

/** A root that the ledger had at a size, as something besides the events says: a checkpoint, or the head. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Signed(String which, long size, byte[] root, boolean isHead) {}
