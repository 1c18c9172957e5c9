/** The operations page (运行状况), on which administrators see the state of the system. */
@NullMarked
package org.serviceledger.app.operations;

import org.jspecify.annotations.NullMarked;
