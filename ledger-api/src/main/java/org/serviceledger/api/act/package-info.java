/** How a command is declared as an act that people may do: its path, its roles and the constraints of its fields. */
@NullMarked
package org.serviceledger.api.act;

import org.jspecify.annotations.NullMarked;
