/** Read models: what the ledger's events amount to, kept as documents in Elasticsearch. */
@NullMarked
package org.serviceledger.projection;

import org.jspecify.annotations.NullMarked;
