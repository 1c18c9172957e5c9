/** Imports of files (导入). */
@NullMarked
package org.serviceledger.command.imports;

import org.jspecify.annotations.NullMarked;
