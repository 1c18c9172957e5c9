package org.serviceledger.query.shared;

/** How many of the documents found have this value; {@code value} is what to ask for to see just them. */
public record Facet(String value, String label, long count) {}
