/** Cases (办件), as documents for search, lists and statistics. */
@NullMarked
package org.serviceledger.projection.cases;

import org.jspecify.annotations.NullMarked;
