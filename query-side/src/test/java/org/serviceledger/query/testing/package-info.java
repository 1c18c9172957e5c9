/** Fixtures for tests of the query side: a history, a ledger that contains it, and users who ask questions. */
@NullMarked
package org.serviceledger.query.testing;

import org.jspecify.annotations.NullMarked;
