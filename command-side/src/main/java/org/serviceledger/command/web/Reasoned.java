package org.serviceledger.command.web;

import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request that contains a reason and the optional actor and time. */
record Reasoned(
        @Text(max = 2000) String reason,
        @Valid @Nullable By by,
        @PlausibleTime @Nullable Instant at) implements Act {}
