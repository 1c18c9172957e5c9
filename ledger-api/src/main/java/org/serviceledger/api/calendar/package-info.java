/** The calendar of working days, time limits and deadlines: commands, events, refusals, ids. */
@NullMarked
package org.serviceledger.api.calendar;

import org.jspecify.annotations.NullMarked;
