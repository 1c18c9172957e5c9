/** The working-day calendar (工作日历) and its publication. */
@NullMarked
package org.serviceledger.command.calendar;

import org.jspecify.annotations.NullMarked;
