/**
 * The public formats of the transparency log (透明日志): Merkle proofs (RFC 6962), signed notes, checkpoints, proof files
 * and tiles (C2SP).
 */
@NullMarked
package org.serviceledger.store.log;

import org.jspecify.annotations.NullMarked;
