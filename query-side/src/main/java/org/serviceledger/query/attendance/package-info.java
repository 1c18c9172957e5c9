/** Who was there: a hall's month, a person's days. */
@NullMarked
package org.serviceledger.query.attendance;

import org.jspecify.annotations.NullMarked;
