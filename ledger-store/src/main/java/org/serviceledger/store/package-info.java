/** An event store for Axon on PostgreSQL: events in one order without gaps, append-only, sealed by a Merkle tree. */
@NullMarked
package org.serviceledger.store;

import org.jspecify.annotations.NullMarked;
