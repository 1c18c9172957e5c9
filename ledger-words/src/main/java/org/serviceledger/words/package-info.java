/** What the program says, in one language at a time: bundles of messages with named arguments. */
@NullMarked
package org.serviceledger.words;

import org.jspecify.annotations.NullMarked;
