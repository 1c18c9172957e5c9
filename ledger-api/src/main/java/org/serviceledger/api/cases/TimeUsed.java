package org.serviceledger.api.cases;

import org.jspecify.annotations.Nullable;

/**
 * The duration of a case or step.
 *
 * @param workingDays working days after the first day, less deductions; null if the calendar does not cover the time
 * @param elapsedSeconds wall-clock seconds, without deductions
 */
public record TimeUsed(@Nullable Integer workingDays, long elapsedSeconds) {}
