/** Organisations (机构) and their halls: commands, events, refusals and ids. */
@NullMarked
package org.serviceledger.api.organization;

import org.jspecify.annotations.NullMarked;
