package org.serviceledger.api.windowday;

import org.serviceledger.words.Term;

/** What a visitor sees at a window. */
public enum WindowSign implements Term {
    CLOSED,
    OPEN,
    PAUSED
}
