/** Cases (办件) as they are searched for, listed and counted. */
@NullMarked
package org.serviceledger.projection.cases;

import org.jspecify.annotations.NullMarked;
