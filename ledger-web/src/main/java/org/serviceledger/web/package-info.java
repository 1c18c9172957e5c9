/** What the write API, the read API and the pages share towards HTTP. */
@NullMarked
package org.serviceledger.web;

import org.jspecify.annotations.NullMarked;
