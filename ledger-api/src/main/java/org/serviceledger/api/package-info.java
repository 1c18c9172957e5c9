/** The language all modules share: identifiers, value types, and the annotations that name what is stored. */
@NullMarked
package org.serviceledger.api;

import org.jspecify.annotations.NullMarked;
