/** The entry point of the program and, in its subpackages, the server, the command line and its commands. */
@NullMarked
package org.serviceledger.app;

import org.jspecify.annotations.NullMarked;
