@NullMarked
package org.serviceledger.store.witness;

import org.jspecify.annotations.NullMarked;
