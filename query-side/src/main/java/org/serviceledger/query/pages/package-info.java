/** The web pages. One template renders both the whole page for a browser and the fragment that htmx asks for. */
@NullMarked
package org.serviceledger.query.pages;

import org.jspecify.annotations.NullMarked;
