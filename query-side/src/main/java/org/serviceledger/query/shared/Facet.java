package org.serviceledger.query.shared;

/** How many of the documents found have a value. A question with {@code value} selects exactly those. */
public record Facet(String value, String label, long count) {}
