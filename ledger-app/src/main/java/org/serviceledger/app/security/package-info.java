/** Authentication and access rules. */
@NullMarked
package org.serviceledger.app.security;

import org.jspecify.annotations.NullMarked;
