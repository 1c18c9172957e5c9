/** The query side: search, chains of cases, reports, pages and the public site. */
@NullMarked
package org.serviceledger.query;

import org.jspecify.annotations.NullMarked;
