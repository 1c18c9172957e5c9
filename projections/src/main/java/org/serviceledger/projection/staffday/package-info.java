/** Days of members of staff (人员当日考勤): attendance, leave, cover, inspections. */
@NullMarked
package org.serviceledger.projection.staffday;

import org.jspecify.annotations.NullMarked;
