/** Copies of a whole ledger (备份), taken while it runs, and brought back as of any moment since. */
@NullMarked
package org.serviceledger.app.backup;

import org.jspecify.annotations.NullMarked;
