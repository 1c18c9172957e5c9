package org.serviceledger.api.staff;

/** A holds the window; B takes over with A's duties and powers whenever A is away (AB角工作制). */
public enum DutyRole {
    A,
    B
}
