/** Days of a member of staff (人员当日考勤): rota, check-in, check-out, leave, handover, absence. */
@NullMarked
package org.serviceledger.command.staffday;

import org.jspecify.annotations.NullMarked;
