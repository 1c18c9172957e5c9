package org.serviceledger.api.cases;

import org.jspecify.annotations.Nullable;

/**
 * How long something took.
 *
 * @param workingDays working days after the first, deductions taken off; absent where the calendar has no such year
 * @param elapsedSeconds wall-clock seconds
 */
public record TimeUsed(@Nullable Integer workingDays, long elapsedSeconds) {}
