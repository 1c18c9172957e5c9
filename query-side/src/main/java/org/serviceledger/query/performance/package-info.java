/** How well and how quickly: figures that lead to their cases. */
@NullMarked
package org.serviceledger.query.performance;

import org.jspecify.annotations.NullMarked;
