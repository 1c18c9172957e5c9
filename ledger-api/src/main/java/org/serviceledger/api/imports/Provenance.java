package org.serviceledger.api.imports;

/**
 * The origin of an imported record (导入来源).
 *
 * @param importId the file from which the record was first imported
 * @param format for example XES 1.0
 * @param file name of the file
 * @param originalId the record's identifier in the file
 */
public record Provenance(ImportId importId, String format, String file, String originalId) {}
