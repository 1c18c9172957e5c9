/** Answers: search, accountability, reports, the public site. */
@NullMarked
package org.serviceledger.query;

import org.jspecify.annotations.NullMarked;
