/** What anybody may read without signing in; personal data never. */
@NullMarked
package org.serviceledger.query.publicsite;

import org.jspecify.annotations.NullMarked;
