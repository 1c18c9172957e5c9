package org.serviceledger.command.web;

/** What is wrong with one field of a request. */
record Fault(String field, String message) {}
