/** Checks a whole ledger against what was signed of it, from the bytes of its rows up, and names what differs. */
@NullMarked
package org.serviceledger.store.verify;

import org.jspecify.annotations.NullMarked;
