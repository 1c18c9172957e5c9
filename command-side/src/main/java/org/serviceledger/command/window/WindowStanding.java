package org.serviceledger.command.window;

/** Whether a window can be used. */
public enum WindowStanding {
    UNKNOWN,
    IN_USE,
    RETIRED
}
