package org.serviceledger.command.web;

/**
 * The response to a recorded act.
 *
 * @param id id of the record
 * @param position position of its last event in the ledger; a query with this value as {@code minPosition} sees the
 *     write
 */
public record Recorded(String id, long position) {}
