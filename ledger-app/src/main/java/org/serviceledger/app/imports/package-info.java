/** Brings event logs of other systems in: read as a stream, sent to the running server in batches. */
@NullMarked
package org.serviceledger.app.imports;

import org.jspecify.annotations.NullMarked;
