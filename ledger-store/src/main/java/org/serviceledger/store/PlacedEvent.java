package org.serviceledger.store;

/** An event with its position in the ledger and its Merkle leaf. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PlacedEvent(PendingEvent event, long position, byte[] leafHash, byte[] pseudonym) {}
