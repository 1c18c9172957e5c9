/** Windows (窗口): commands, events, refusals and ids. */
@NullMarked
package org.serviceledger.api.window;

import org.jspecify.annotations.NullMarked;
