/** Performance reports: how well and how quickly cases were handled, with links from the figures to their cases. */
@NullMarked
package org.serviceledger.query.performance;

import org.jspecify.annotations.NullMarked;
