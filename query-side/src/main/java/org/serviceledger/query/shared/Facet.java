package org.serviceledger.query.shared;

/** How many of the documents found have a value. {@code value} is the parameter that selects exactly those. */
public record Facet(String value, String label, long count) {}
