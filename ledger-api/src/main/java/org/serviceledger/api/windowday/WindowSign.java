package org.serviceledger.api.windowday;

import org.serviceledger.words.Term;

/** The state of a window that visitors see. */
public enum WindowSign implements Term {
    CLOSED,
    OPEN,
    PAUSED
}
