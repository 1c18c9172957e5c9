/** Days of a window (窗口当日记录): commands, events, refusals and ids. */
@NullMarked
package org.serviceledger.api.windowday;

import org.jspecify.annotations.NullMarked;
