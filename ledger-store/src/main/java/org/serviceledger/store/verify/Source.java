package org.serviceledger.store.verify;

import org.jspecify.annotations.Nullable;

/** What says which root the ledger had at a size. */
public sealed interface Source {

    /** A row among the checkpoints of the ledger. */
    record Checkpoint(@Nullable Long size) implements Source {}

    /** A checkpoint somebody else kept, by where it was kept. */
    record Kept(String place) implements Source {}

    /** The head of the ledger, which nobody signed. */
    record Head() implements Source {}
}
