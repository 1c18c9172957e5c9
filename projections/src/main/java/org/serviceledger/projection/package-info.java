/** Read models: documents in Elasticsearch that are derived from the ledger's events. */
@NullMarked
package org.serviceledger.projection;

import org.jspecify.annotations.NullMarked;
