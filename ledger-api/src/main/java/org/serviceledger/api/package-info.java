/** The shared vocabulary of all modules: identifiers, value types, and the annotations for stored names. */
@NullMarked
package org.serviceledger.api;

import org.jspecify.annotations.NullMarked;
