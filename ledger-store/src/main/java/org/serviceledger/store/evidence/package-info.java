/** Evidence bundles (证据包): events with all it takes to check them against the log, in one file, without the ledger. */
@NullMarked
package org.serviceledger.store.evidence;

import org.jspecify.annotations.NullMarked;
