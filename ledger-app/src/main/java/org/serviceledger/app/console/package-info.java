/** The command line. */
@NullMarked
package org.serviceledger.app.console;

import org.jspecify.annotations.NullMarked;
