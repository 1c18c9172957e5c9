/** Answers for the public, without sign-in. They name no person except the leaders of halls. */
@NullMarked
package org.serviceledger.query.publicsite;

import org.jspecify.annotations.NullMarked;
