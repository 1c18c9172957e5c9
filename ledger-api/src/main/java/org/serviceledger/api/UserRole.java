package org.serviceledger.api;

import org.serviceledger.words.Term;

/** What a signed-in user may do, within the subtree of their organisation. The public needs no role. */
public enum UserRole implements Term {
    CLERK,
    MANAGER,
    APPROVER,
    SUPERVISOR,
    INSPECTOR,
    ANALYST,
    ADMINISTRATOR
}
