package org.serviceledger.api.cases;

import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;

/** The persons a decision rests on (经办, 审核, 批准); computed from the finished steps, absent where no such step was taken. */
public record DecisionChain(
        @Nullable Actor handler,
        @Nullable Actor reviewer,
        @Nullable Actor approver) {}
