/** Where the ledger starts. */
@NullMarked
package org.serviceledger.app;

import org.jspecify.annotations.NullMarked;
