package org.serviceledger.query.shared;

/** An answer that tells how much of the ledger it reflects. */
public interface LedgerAnswer {

    /** The answer reflects the ledger up to this position. */
    long asOf();
}
