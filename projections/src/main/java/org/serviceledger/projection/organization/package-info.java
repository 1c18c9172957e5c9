/** Organisations (机构) with their halls, hours, leaders, windows and staff. */
@NullMarked
package org.serviceledger.projection.organization;

import org.jspecify.annotations.NullMarked;
