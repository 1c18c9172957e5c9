/** Windows (窗口) of a hall. */
@NullMarked
package org.serviceledger.command.window;

import org.jspecify.annotations.NullMarked;
