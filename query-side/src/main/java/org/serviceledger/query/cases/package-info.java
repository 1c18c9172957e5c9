/** Search of cases, single cases, and the chain of acts of a case. */
@NullMarked
package org.serviceledger.query.cases;

import org.jspecify.annotations.NullMarked;
