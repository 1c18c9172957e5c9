/** Members of staff (人员): commands, events, refusals and ids. */
@NullMarked
package org.serviceledger.api.staff;

import org.jspecify.annotations.NullMarked;
