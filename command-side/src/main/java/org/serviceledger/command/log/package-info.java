/** Records of the transparency log (透明日志) about itself: key rotations and one checkpoint a day. */
@NullMarked
package org.serviceledger.command.log;

import org.jspecify.annotations.NullMarked;
