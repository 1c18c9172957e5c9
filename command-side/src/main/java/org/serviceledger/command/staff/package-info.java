/** Members of staff (工作人员): who they are, where they are posted, as A or as B. */
@NullMarked
package org.serviceledger.command.staff;

import org.jspecify.annotations.NullMarked;
