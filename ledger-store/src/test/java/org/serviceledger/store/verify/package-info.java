@NullMarked
package org.serviceledger.store.verify;

import org.jspecify.annotations.NullMarked;
