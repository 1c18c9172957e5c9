/** Service items (事项) and their versions: commands, events, refusals and ids. */
@NullMarked
package org.serviceledger.api.item;

import org.jspecify.annotations.NullMarked;
