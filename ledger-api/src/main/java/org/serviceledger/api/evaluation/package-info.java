/** Evaluations (好差评): commands, events, refusals and ids. */
@NullMarked
package org.serviceledger.api.evaluation;

import org.jspecify.annotations.NullMarked;
