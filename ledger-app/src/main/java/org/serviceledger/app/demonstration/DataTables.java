package org.serviceledger.app.demonstration;

import java.util.List;
import java.util.Objects;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** Reads the tables of this package: a line of names, then one row per line, columns separated by bars. */
final class DataTables {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvReadFeature.FAIL_ON_MISSING_HEADER_COLUMNS)
            .build();
    private static final CsvSchema TABLE = CsvSchema.emptySchema()
            .withHeader()
            .withColumnSeparator('|')
            .withoutQuoteChar()
            .withNullValue("-");

    private DataTables() {}

    /** Binds each row to a record, column by column. A column that holds a dash is null. */
    static <R extends Record> List<R> of(String table, Class<R> row) {
        var in = Objects.requireNonNull(DataTables.class.getResourceAsStream("/demonstration/" + table), table);
        try (var rows = CSV.readerFor(row).with(TABLE).<R>readValues(in)) {
            return rows.readAll();
        }
    }
}
