/**
 * Imports event logs of other systems: reads a file as a stream and sends its cases to the running server in batches.
 */
@NullMarked
package org.serviceledger.app.imports;

import org.jspecify.annotations.NullMarked;
