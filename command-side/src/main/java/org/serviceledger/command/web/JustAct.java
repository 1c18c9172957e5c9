package org.serviceledger.command.web;

import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request that contains nothing but the optional actor and time. */
record JustAct(
        @Valid @Nullable By by, @PlausibleTime @Nullable Instant at) implements Act {}
