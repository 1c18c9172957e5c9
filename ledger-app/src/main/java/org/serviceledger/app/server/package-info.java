/** The server: everything in one process, beside a PostgreSQL and an Elasticsearch. */
@NullMarked
package org.serviceledger.app.server;

import org.jspecify.annotations.NullMarked;
