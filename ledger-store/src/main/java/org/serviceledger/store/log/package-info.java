/** The transparency log (透明日志) as others read it: Merkle proofs, signed notes, checkpoints and tiles as C2SP and RFC 6962 lay them down. */
@NullMarked
package org.serviceledger.store.log;

import org.jspecify.annotations.NullMarked;
