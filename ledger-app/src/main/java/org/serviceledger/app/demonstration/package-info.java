/**
 * A county's month of demonstration data, generated from a fixed seed. Organisations and their codes are real, items
 * resemble real ones, people and cases are invented. All of it goes through the command path.
 */
@NullMarked
package org.serviceledger.app.demonstration;

import org.jspecify.annotations.NullMarked;
