/**
 * A county's month, invented from a fixed seed: organisations and their codes are real, items in kind, people and cases not
 * at all. It goes through the command path like everything else.
 */
@NullMarked
package org.serviceledger.app.demonstration;

import org.jspecify.annotations.NullMarked;
