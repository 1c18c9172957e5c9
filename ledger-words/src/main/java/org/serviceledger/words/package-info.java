/**
 * The texts of the user interface in Chinese and English: message bundles with named arguments. Each text is in one
 * language only.
 */
@NullMarked
package org.serviceledger.words;

import org.jspecify.annotations.NullMarked;
