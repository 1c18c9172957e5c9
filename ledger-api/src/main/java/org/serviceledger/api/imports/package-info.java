/** Imports of records from other systems: commands, events, refusals and ids. */
@NullMarked
package org.serviceledger.api.imports;

import org.jspecify.annotations.NullMarked;
