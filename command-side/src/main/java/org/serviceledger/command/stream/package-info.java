/** What every shell needs of the event store: appending what was decided, staying alive, folding the streams of others. */
@NullMarked
package org.serviceledger.command.stream;

import org.jspecify.annotations.NullMarked;
