/** Acts, the backbone of the read models: one flat document for each act, whatever its actor and its subject. */
@NullMarked
package org.serviceledger.projection.act;

import org.jspecify.annotations.NullMarked;
