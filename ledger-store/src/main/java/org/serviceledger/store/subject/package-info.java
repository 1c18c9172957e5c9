/** Personal data in events, readable as long as the person's key is there, and never part of what the log commits to in clear. */
@NullMarked
package org.serviceledger.store.subject;

import org.jspecify.annotations.NullMarked;
