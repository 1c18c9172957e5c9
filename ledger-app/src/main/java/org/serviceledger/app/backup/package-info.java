/** Backups of a whole ledger (备份): taken while it runs, restored as of any later moment. */
@NullMarked
package org.serviceledger.app.backup;

import org.jspecify.annotations.NullMarked;
