/** Measurements, each the only thing its main class does. */
@NullMarked
package org.serviceledger.benchmark;

import org.jspecify.annotations.NullMarked;
