/** Cases (办件), from application to delivery, and cases imported from files. */
@NullMarked
package org.serviceledger.command.cases;

import org.jspecify.annotations.NullMarked;
