/** What the transparency log (透明日志) has recorded about itself: its keys, and a checkpoint for each day. */
@NullMarked
package org.serviceledger.command.log;

import org.jspecify.annotations.NullMarked;
