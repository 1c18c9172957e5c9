package org.serviceledger.store.verify;

import org.jspecify.annotations.Nullable;

/** The source of a claim about the ledger's root hash at some size. */
public sealed interface Source {

    /**
     * A checkpoint in the ledger's database.
     *
     * @param size size of the row; null if the row has none
     */
    record Checkpoint(@Nullable Long size) implements Source {}

    /**
     * A checkpoint kept outside the database.
     *
     * @param place the place where it was kept
     */
    record Kept(String place) implements Source {}

    /** The head of the ledger, which is not signed. */
    record Head() implements Source {}
}
