package org.serviceledger.api.staff;

/** The role in an AB pair (AB角工作制). A holds the window; B takes over A's duties and powers whenever A is away. */
public enum DutyRole {
    A,
    B
}
