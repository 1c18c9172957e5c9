/** Witnesses (见证) of a log, as c2sp.org/tlog-witness and tlog-policy lay them down: being one, asking them, and how many must have spoken. */
@NullMarked
package org.serviceledger.store.witness;

import org.jspecify.annotations.NullMarked;
