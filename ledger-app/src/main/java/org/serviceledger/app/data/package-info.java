/** The files of a data directory other than those of PostgreSQL and Elasticsearch. */
@NullMarked
package org.serviceledger.app.data;

import org.jspecify.annotations.NullMarked;
