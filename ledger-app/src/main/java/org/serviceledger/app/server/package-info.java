/**
 * The server: command side, projections and query side in one process, with an embedded PostgreSQL and Elasticsearch.
 */
@NullMarked
package org.serviceledger.app.server;

import org.jspecify.annotations.NullMarked;
