package org.serviceledger.app.operations;

/**
 * A part of the operator's page. Whoever has something to show declares a bean of it, with an {@code @Order}, and a template
 * with a fragment {@code section(content)}, a {@code <section class="panel">} with a heading of its own.
 */
public interface OperationsSection {

    /** The template, such as {@code operations/verification}. */
    String template();

    /** What the fragment is given, read anew for each page. */
    Object content();
}
