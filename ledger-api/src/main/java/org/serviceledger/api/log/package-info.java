/** What the ledger records of its own log: commands, events, refusals, ids. */
@NullMarked
package org.serviceledger.api.log;

import org.jspecify.annotations.NullMarked;
