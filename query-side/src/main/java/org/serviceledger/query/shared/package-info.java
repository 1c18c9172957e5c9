/** What every question shares: who may see what, how fresh the answer must be, why there is none. */
@NullMarked
package org.serviceledger.query.shared;

import org.jspecify.annotations.NullMarked;
