/** Checks the whole ledger every night and when asked, keeps what came of it, and shows it. */
@NullMarked
package org.serviceledger.app.verification;

import org.jspecify.annotations.NullMarked;
