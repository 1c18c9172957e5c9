/** Chinese search without plugins: what is indexed and what is asked are analysed here, in the same way. */
@NullMarked
package org.serviceledger.projection.text;

import org.jspecify.annotations.NullMarked;
