/** The page on which an administrator sees how the system does (运行状况). */
@NullMarked
package org.serviceledger.app.operations;

import org.jspecify.annotations.NullMarked;
