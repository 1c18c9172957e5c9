/** A real Elasticsearch of our own, for one machine without any other server. */
@NullMarked
package org.serviceledger.projection.embedded;

import org.jspecify.annotations.NullMarked;
