/** One engine for all read models: follows the ledger, folds, writes versioned documents, rebuilds beside the live ones. */
@NullMarked
package org.serviceledger.projection.engine;

import org.jspecify.annotations.NullMarked;
