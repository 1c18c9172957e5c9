/** Windows (窗口): commands, events, refusals, ids. */
@NullMarked
package org.serviceledger.api.window;

import org.jspecify.annotations.NullMarked;
