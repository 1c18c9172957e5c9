/** The write API: validates HTTP requests and turns them into commands. */
@NullMarked
package org.serviceledger.command.web;

import org.jspecify.annotations.NullMarked;
