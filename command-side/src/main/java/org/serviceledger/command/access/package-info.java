/** Which users may send commands to which records. */
@NullMarked
package org.serviceledger.command.access;

import org.jspecify.annotations.NullMarked;
