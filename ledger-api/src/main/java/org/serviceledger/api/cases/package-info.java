/** Cases (办件): commands, events, refusals and ids. */
@NullMarked
package org.serviceledger.api.cases;

import org.jspecify.annotations.NullMarked;
