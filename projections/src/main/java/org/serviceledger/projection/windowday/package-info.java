/** One day of one window (窗口当日记录): when it was open, paused, closed. */
@NullMarked
package org.serviceledger.projection.windowday;

import org.jspecify.annotations.NullMarked;
