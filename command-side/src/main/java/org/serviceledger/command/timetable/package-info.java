/** What is to be done when a time has come. */
@NullMarked
package org.serviceledger.command.timetable;

import org.jspecify.annotations.NullMarked;
