package org.serviceledger.projection.item;

import org.serviceledger.words.Term;

/** Whether an item takes new cases (在用, 暂停, 取消). */
public enum ItemAvailability implements Term {
    IN_FORCE,
    SUSPENDED,
    CANCELLED
}
