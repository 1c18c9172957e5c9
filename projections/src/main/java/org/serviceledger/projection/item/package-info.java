/** Service items (事项), as the public list and the guide show them. */
@NullMarked
package org.serviceledger.projection.item;

import org.jspecify.annotations.NullMarked;
