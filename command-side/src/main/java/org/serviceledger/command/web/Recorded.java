package org.serviceledger.command.web;

/**
 * What was recorded.
 *
 * @param id of the record
 * @param position in the ledger of the last event; a query with it as {@code minPosition} sees what was written
 */
record Recorded(String id, long position) {}
