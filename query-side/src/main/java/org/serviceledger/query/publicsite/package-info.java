/** Answers for the public, without sign-in. They never contain personal data. */
@NullMarked
package org.serviceledger.query.publicsite;

import org.jspecify.annotations.NullMarked;
