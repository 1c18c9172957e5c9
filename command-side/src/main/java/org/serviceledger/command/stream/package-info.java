/**
 * What every shell needs from the event store: appending events, caching aggregates, and reading the state of other
 * streams.
 */
@NullMarked
package org.serviceledger.command.stream;

import org.jspecify.annotations.NullMarked;
