/** Acceptance by the law where nobody has answered in time (视为受理). */
@NullMarked
package org.serviceledger.command.acceptance;

import org.jspecify.annotations.NullMarked;
