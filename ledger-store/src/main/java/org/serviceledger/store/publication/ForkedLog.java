package org.serviceledger.store.publication;

import org.serviceledger.words.ExplainedException;
import org.serviceledger.words.Message;

/** Thrown if the ledger is not consistent with a signed checkpoint: recorded events were changed or removed. */
public final class ForkedLog extends ExplainedException {

    private static final long serialVersionUID = 1;

    ForkedLog(Message why) {
        super(why);
    }
}
