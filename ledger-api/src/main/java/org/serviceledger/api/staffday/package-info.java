/** Days of a member of staff (人员当日考勤): commands, events, refusals and ids. */
@NullMarked
package org.serviceledger.api.staffday;

import org.jspecify.annotations.NullMarked;
