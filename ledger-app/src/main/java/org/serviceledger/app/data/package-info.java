/** What a ledger keeps on disk beside its servers' data. */
@NullMarked
package org.serviceledger.app.data;

import org.jspecify.annotations.NullMarked;
