/** How commands talk to a running server. */
@NullMarked
package org.serviceledger.app.client;

import org.jspecify.annotations.NullMarked;
