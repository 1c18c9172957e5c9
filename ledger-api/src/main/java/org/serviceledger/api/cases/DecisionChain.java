package org.serviceledger.api.cases;

import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;

/**
 * The persons responsible for a decision (经办, 审核, 批准), taken from the finished steps that were not returned. A
 * component is null if there is no such step of its kind.
 */
public record DecisionChain(
        @Nullable Actor handler,
        @Nullable Actor reviewer,
        @Nullable Actor approver) {}
