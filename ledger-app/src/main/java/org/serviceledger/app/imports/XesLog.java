package org.serviceledger.app.imports;

import java.util.List;
import org.serviceledger.api.imports.Attribute;

/**
 * What a log says of itself before its first trace.
 *
 * @param format such as XES 1.0
 * @param attributes everything: properties of the log element, extensions, globals, classifiers and its own attributes
 */
record XesLog(String format, List<Attribute> attributes) {

    XesLog {
        attributes = List.copyOf(attributes);
    }
}
