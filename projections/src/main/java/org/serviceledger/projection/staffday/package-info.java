/** One day of one member of staff (人员日): attendance, leave, cover, inspections. */
@NullMarked
package org.serviceledger.projection.staffday;

import org.jspecify.annotations.NullMarked;
