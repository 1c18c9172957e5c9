/** Deemed acceptance of cases that nobody answered in time (视为受理). */
@NullMarked
package org.serviceledger.command.acceptance;

import org.jspecify.annotations.NullMarked;
