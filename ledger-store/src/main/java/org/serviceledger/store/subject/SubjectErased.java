package org.serviceledger.store.subject;

/** Nothing more can be recorded of somebody whose key was erased. */
public final class SubjectErased extends RuntimeException {

    private static final long serialVersionUID = 1;

    SubjectErased(String subject) {
        super("the key of %s was erased: nothing more can be recorded under it".formatted(subject));
    }
}
