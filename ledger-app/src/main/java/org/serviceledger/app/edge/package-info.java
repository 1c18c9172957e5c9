/** Handles requests before they reach a controller, and answers those that never do. */
@NullMarked
package org.serviceledger.app.edge;

import org.jspecify.annotations.NullMarked;
