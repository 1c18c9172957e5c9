/**
 * Evidence bundles (证据包): single files with events and all the data needed to verify them against the log, without
 * access to the ledger.
 */
@NullMarked
package org.serviceledger.store.evidence;

import org.jspecify.annotations.NullMarked;
