package org.serviceledger.command.web;

/**
 * The body of a request for an act, before {@link RecordReader} reads it. {@link RequestBodies} has checked its size and
 * encoding.
 */
record ActBody(String json) {}
