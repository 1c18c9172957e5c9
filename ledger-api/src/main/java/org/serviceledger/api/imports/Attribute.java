package org.serviceledger.api.imports;

import java.util.List;

/**
 * An attribute of an imported record, unchanged from the file.
 *
 * @param key for example {@code org:resource}
 * @param type the XES type name: string, date, int, float, boolean, id, list, container
 * @param value verbatim; empty for lists and containers
 * @param nested attributes of the attribute
 */
public record Attribute(String key, String type, String value, List<Attribute> nested) {

    public Attribute {
        nested = List.copyOf(nested);
    }
}
