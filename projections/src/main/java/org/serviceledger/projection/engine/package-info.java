/**
 * The engine of all read models. It follows the ledger, folds events into documents, writes versioned documents and
 * rebuilds read models beside the live ones (blue/green).
 */
@NullMarked
package org.serviceledger.projection.engine;

import org.jspecify.annotations.NullMarked;
