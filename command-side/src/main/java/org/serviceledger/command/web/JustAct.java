package org.serviceledger.command.web;

import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request that says no more than who and when, and may say neither. */
record JustAct(@Valid @Nullable By by, @PlausibleTime @Nullable Instant at) implements Act {}
