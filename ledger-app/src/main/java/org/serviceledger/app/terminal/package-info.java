/** Terminal output while a command runs. */
@NullMarked
package org.serviceledger.app.terminal;

import org.jspecify.annotations.NullMarked;
