/** Serves the transparency log (透明日志) over HTTP, and gives pages and evidence bundles its checkpoints and keys. */
@NullMarked
package org.serviceledger.query.log;

import org.jspecify.annotations.NullMarked;
