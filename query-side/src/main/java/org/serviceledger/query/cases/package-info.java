/** Search of cases, one case, and the chain of its acts. */
@NullMarked
package org.serviceledger.query.cases;

import org.jspecify.annotations.NullMarked;
