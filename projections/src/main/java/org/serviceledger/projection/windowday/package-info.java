/** Days of windows (窗口当日记录): when each was open, paused, closed. */
@NullMarked
package org.serviceledger.projection.windowday;

import org.jspecify.annotations.NullMarked;
