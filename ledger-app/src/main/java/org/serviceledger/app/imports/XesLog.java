package org.serviceledger.app.imports;

import java.util.List;
import org.serviceledger.api.imports.Attribute;

/**
 * The header of a log: everything before its first trace.
 *
 * @param format such as XES 1.0
 * @param attributes properties of the log element, extensions, globals, classifiers and the log's own attributes
 */
record XesLog(String format, List<Attribute> attributes) {

    XesLog {
        attributes = List.copyOf(attributes);
    }
}
