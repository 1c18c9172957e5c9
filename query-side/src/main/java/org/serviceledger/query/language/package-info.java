/** Which language a request is answered in, and the switch that is remembered. */
@NullMarked
package org.serviceledger.query.language;

import org.jspecify.annotations.NullMarked;
