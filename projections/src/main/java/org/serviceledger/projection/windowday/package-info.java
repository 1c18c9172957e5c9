/** One day of one window (窗口日): when it was open, paused, closed. */
@NullMarked
package org.serviceledger.projection.windowday;

import org.jspecify.annotations.NullMarked;
