/** Secrets in files. */
@NullMarked
package org.serviceledger.store.secret;

import org.jspecify.annotations.NullMarked;
