/** Scheduled tasks. */
@NullMarked
package org.serviceledger.command.timetable;

import org.jspecify.annotations.NullMarked;
