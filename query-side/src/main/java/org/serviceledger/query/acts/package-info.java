/** Everything somebody did in a period. */
@NullMarked
package org.serviceledger.query.acts;

import org.jspecify.annotations.NullMarked;
