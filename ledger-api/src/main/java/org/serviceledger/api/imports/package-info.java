/** Imports of records from elsewhere: commands, events, refusals, ids. */
@NullMarked
package org.serviceledger.api.imports;

import org.jspecify.annotations.NullMarked;
