/** Records about the transparency log itself: commands, events, refusals and ids. */
@NullMarked
package org.serviceledger.api.log;

import org.jspecify.annotations.NullMarked;
