/** Cases (办件): commands, events, refusals, ids. */
@NullMarked
package org.serviceledger.api.cases;

import org.jspecify.annotations.NullMarked;
