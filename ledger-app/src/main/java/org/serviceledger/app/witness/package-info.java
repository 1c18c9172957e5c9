/**
 * A witness (见证) of other logs, as a process with its own key and memory. It needs neither PostgreSQL nor
 * Elasticsearch.
 */
@NullMarked
package org.serviceledger.app.witness;

import org.jspecify.annotations.NullMarked;
