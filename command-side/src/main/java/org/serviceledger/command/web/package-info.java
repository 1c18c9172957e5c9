/** The write API: requests over HTTP, checked and turned into commands. */
@NullMarked
package org.serviceledger.command.web;

import org.jspecify.annotations.NullMarked;
