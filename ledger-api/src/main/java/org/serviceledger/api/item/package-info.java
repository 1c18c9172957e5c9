/** Service items (事项) in their versions: commands, events, refusals, ids. */
@NullMarked
package org.serviceledger.api.item;

import org.jspecify.annotations.NullMarked;
