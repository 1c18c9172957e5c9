/** Shared by all questions: who may see what, how fresh an answer must be, and why a question has no answer. */
@NullMarked
package org.serviceledger.query.shared;

import org.jspecify.annotations.NullMarked;
