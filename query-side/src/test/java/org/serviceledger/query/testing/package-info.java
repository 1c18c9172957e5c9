/** The words tests of the query side speak in: a history, a ledger that keeps it, users who ask. */
@NullMarked
package org.serviceledger.query.testing;

import org.jspecify.annotations.NullMarked;
