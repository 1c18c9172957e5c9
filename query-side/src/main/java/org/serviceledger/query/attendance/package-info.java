/** Attendance: the month of a hall, and the days of a person. */
@NullMarked
package org.serviceledger.query.attendance;

import org.jspecify.annotations.NullMarked;
