/** Evaluations (好差评) from the invitation to the last word. */
@NullMarked
package org.serviceledger.projection.evaluation;

import org.jspecify.annotations.NullMarked;
