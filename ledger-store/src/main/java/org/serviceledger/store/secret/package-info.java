/** Secrets: files that only their owner may read, and the key of codes in the database. */
@NullMarked
package org.serviceledger.store.secret;

import org.jspecify.annotations.NullMarked;
