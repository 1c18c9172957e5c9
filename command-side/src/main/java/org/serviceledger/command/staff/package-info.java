/** Members of staff (工作人员) and their postings as A or B. */
@NullMarked
package org.serviceledger.command.staff;

import org.jspecify.annotations.NullMarked;
