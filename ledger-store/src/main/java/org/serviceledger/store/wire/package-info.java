/** The wire names under which events are stored. */
@NullMarked
package org.serviceledger.store.wire;

import org.jspecify.annotations.NullMarked;
