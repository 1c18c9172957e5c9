package org.serviceledger.projection.windowday;

import org.serviceledger.words.Term;

/** What a window does at this moment. */
public enum WindowActivity implements Term {
    OPEN,
    PAUSED,
    CLOSED
}
