/** Days of a window (窗口当日记录): opened, paused, resumed, closed. */
@NullMarked
package org.serviceledger.command.windowday;

import org.jspecify.annotations.NullMarked;
