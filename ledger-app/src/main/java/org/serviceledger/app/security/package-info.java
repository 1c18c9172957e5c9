/** Who may do what. */
@NullMarked
package org.serviceledger.app.security;

import org.jspecify.annotations.NullMarked;
