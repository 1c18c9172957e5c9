/** A witness (见证) of others' logs as a process of its own: its own key and memory, and neither PostgreSQL nor Elasticsearch. */
@NullMarked
package org.serviceledger.app.witness;

import org.jspecify.annotations.NullMarked;
