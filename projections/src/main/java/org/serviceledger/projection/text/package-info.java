/** Chinese search without Elasticsearch plugins. This package analyses indexed texts and queries in the same way. */
@NullMarked
package org.serviceledger.projection.text;

import org.jspecify.annotations.NullMarked;
