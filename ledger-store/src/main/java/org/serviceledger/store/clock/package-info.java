/** Checks that the clock of this machine can be believed before anything is done that cannot be undone. */
@NullMarked
package org.serviceledger.store.clock;

import org.jspecify.annotations.NullMarked;
