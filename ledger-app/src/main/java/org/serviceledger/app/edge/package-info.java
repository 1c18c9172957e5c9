/** What is answered before a request reaches a controller, or instead of one. */
@NullMarked
package org.serviceledger.app.edge;

import org.jspecify.annotations.NullMarked;
