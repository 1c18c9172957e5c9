/**
 * Personal data in events: readable as long as the person's key exists, and never in clear in what the log commits to.
 */
@NullMarked
package org.serviceledger.store.subject;

import org.jspecify.annotations.NullMarked;
