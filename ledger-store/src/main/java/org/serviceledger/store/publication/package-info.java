/** What the log publishes: checkpoints, keys, tiles, witnesses (检查点、密钥、瓦片、见证). */
@NullMarked
package org.serviceledger.store.publication;

import org.jspecify.annotations.NullMarked;
