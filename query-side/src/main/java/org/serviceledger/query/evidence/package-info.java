/** Evidence to take away (证据包): the chain of a case with all it takes to check it elsewhere, and a citizen's receipts. */
@NullMarked
package org.serviceledger.query.evidence;

import org.jspecify.annotations.NullMarked;
