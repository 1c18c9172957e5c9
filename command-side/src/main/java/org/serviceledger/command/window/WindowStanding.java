package org.serviceledger.command.window;

/** Whether a window is there to be used. */
public enum WindowStanding {
    UNKNOWN,
    IN_USE,
    RETIRED
}
