/** Evaluations (好差评): rating, follow-up and appeal. */
@NullMarked
package org.serviceledger.command.evaluation;

import org.jspecify.annotations.NullMarked;
