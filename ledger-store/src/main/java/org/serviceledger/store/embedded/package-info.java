/** Runs a real PostgreSQL beside the application, for machines that have none. */
@NullMarked
package org.serviceledger.store.embedded;

import org.jspecify.annotations.NullMarked;
