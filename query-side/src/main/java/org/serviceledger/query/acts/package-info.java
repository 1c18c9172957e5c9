/** Lists acts, such as everything one person did in a period. */
@NullMarked
package org.serviceledger.query.acts;

import org.jspecify.annotations.NullMarked;
