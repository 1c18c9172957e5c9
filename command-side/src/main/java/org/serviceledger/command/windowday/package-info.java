/** Days of a window (窗口日): opened, paused, resumed, closed. */
@NullMarked
package org.serviceledger.command.windowday;

import org.jspecify.annotations.NullMarked;
