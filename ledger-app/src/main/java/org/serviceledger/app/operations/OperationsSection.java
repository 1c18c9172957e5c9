package org.serviceledger.app.operations;

/**
 * A section of the operations page. To add one, declare a bean with an {@code @Order}, and a template with a fragment
 * {@code section(content)} that is a {@code <section class="panel">} with its own heading.
 */
public interface OperationsSection {

    /** Name of the template, such as {@code operations/verification}. */
    String template();

    /** The argument of the fragment. The page calls this for every request. */
    Object content();
}
