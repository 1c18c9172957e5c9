package org.serviceledger.api;

import org.serviceledger.words.Term;

/** The capacity in which a person acted, from the applicant up the chain of responsibility (责任链). */
public enum ActorRole implements Term {
    APPLICANT,
    FIRST_ASKED,
    CLERK,
    AGENT,
    HANDLER,
    REVIEWER,
    APPROVER,
    WINDOW_LEAD,
    HALL_MANAGER,
    DEPUTY_LEADER,
    CHIEF_LEADER,
    SUPERVISOR,
    ADMINISTRATOR,
    SYSTEM,
    RESOURCE
}
