/** The backbone: one flat document for each act, whoever did it and whatever it was about. */
@NullMarked
package org.serviceledger.projection.act;

import org.jspecify.annotations.NullMarked;
