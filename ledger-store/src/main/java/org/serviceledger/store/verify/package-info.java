/**
 * Verifies a whole ledger against its signed checkpoints, starting from the bytes of its rows, and reports each
 * difference as a {@link org.serviceledger.store.verify.Finding}.
 */
@NullMarked
package org.serviceledger.store.verify;

import org.jspecify.annotations.NullMarked;
