/**
 * Evidence to download (证据包): the chain of a case with everything needed to verify it elsewhere, and a citizen's
 * receipts.
 */
@NullMarked
package org.serviceledger.query.evidence;

import org.jspecify.annotations.NullMarked;
