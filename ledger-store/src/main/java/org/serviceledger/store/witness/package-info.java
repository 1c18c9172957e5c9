/**
 * Witnesses (见证) of a log, according to c2sp.org/tlog-witness and c2sp.org/tlog-policy: a witness, a client that asks
 * remote witnesses for cosignatures, and policies that state how many cosignatures a checkpoint needs.
 */
@NullMarked
package org.serviceledger.store.witness;

import org.jspecify.annotations.NullMarked;
