/** Detects that the database does not answer or takes no writes. */
@NullMarked
package org.serviceledger.store.outage;

import org.jspecify.annotations.NullMarked;
