package org.serviceledger.api;

import org.serviceledger.words.Term;

/** What a signed-in user may do within the subtree of their organisation. Members of the public need no role. */
public enum UserRole implements Term {
    CLERK,
    MANAGER,
    APPROVER,
    SUPERVISOR,
    INSPECTOR,
    ANALYST,
    ADMINISTRATOR
}
