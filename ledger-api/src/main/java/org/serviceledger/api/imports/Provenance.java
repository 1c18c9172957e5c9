package org.serviceledger.api.imports;

/**
 * Where an imported record came from (导入来源).
 *
 * @param importId the file it was first imported from
 * @param format such as XES 1.0
 * @param file the file's name
 * @param originalId what the file calls it
 */
public record Provenance(ImportId importId, String format, String file, String originalId) {}
