/** The language that a request is answered in, and the switch that a cookie remembers. */
@NullMarked
package org.serviceledger.query.language;

import org.jspecify.annotations.NullMarked;
