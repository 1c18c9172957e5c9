/** Organisations (机构): county office, town centres, zone bureaus, village centres. */
@NullMarked
package org.serviceledger.command.organization;

import org.jspecify.annotations.NullMarked;
