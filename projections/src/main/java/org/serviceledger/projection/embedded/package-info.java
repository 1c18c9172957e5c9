/** Runs a real Elasticsearch as a child process, for one machine without any other server. */
@NullMarked
package org.serviceledger.projection.embedded;

import org.jspecify.annotations.NullMarked;
