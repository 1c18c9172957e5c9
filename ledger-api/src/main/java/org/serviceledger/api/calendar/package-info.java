/** The working-day calendar, time limits and deadlines: commands, events, refusals and ids. */
@NullMarked
package org.serviceledger.api.calendar;

import org.jspecify.annotations.NullMarked;
