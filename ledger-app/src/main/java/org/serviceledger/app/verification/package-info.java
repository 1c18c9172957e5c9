/** Verifies the whole ledger every night and on request, stores the results and shows them. */
@NullMarked
package org.serviceledger.app.verification;

import org.jspecify.annotations.NullMarked;
