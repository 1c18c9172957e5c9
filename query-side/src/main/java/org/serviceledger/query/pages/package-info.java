/** The web pages: each answers a browser whole and htmx in part, from one template. */
@NullMarked
package org.serviceledger.query.pages;

import org.jspecify.annotations.NullMarked;
