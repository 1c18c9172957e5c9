/** Whether the database answers. */
@NullMarked
package org.serviceledger.store.outage;

import org.jspecify.annotations.NullMarked;
