/** What people see on a terminal while a command works. */
@NullMarked
package org.serviceledger.app.terminal;

import org.jspecify.annotations.NullMarked;
