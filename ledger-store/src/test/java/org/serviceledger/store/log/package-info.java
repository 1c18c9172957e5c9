@NullMarked
package org.serviceledger.store.log;

import org.jspecify.annotations.NullMarked;
