package org.serviceledger.store.subject;

/** Thrown when data of a person is to be recorded whose key was erased. */
public final class SubjectErased extends RuntimeException {

    private static final long serialVersionUID = 1;

    SubjectErased(String subject) {
        super("the key of %s was erased: nothing more can be recorded under it".formatted(subject));
    }
}
