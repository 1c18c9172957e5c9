/** The transparency log (透明日志) over HTTP, and what pages and bundles need of it. */
@NullMarked
package org.serviceledger.query.log;

import org.jspecify.annotations.NullMarked;
