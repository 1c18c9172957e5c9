/** Evaluations (好差评), from the invitation to the follow-up and the appeal. */
@NullMarked
package org.serviceledger.projection.evaluation;

import org.jspecify.annotations.NullMarked;
