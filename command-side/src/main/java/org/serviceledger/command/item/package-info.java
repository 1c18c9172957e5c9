/** Service items (政务服务事项) and the catalogue of items in force. */
@NullMarked
package org.serviceledger.command.item;

import org.jspecify.annotations.NullMarked;
