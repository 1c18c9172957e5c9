/** The names events are stored under. */
@NullMarked
package org.serviceledger.store.wire;

import org.jspecify.annotations.NullMarked;
