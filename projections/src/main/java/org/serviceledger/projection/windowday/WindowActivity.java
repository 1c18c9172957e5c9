package org.serviceledger.projection.windowday;

import org.serviceledger.words.Term;

/** The state of a window. */
public enum WindowActivity implements Term {
    OPEN,
    PAUSED,
    CLOSED
}
