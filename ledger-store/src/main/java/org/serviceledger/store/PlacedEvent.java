package org.serviceledger.store;

/** An event with its place in the ledger and in the Merkle tree. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PlacedEvent(PendingEvent event, long position, byte[] leafHash, byte[] pseudonym) {}
