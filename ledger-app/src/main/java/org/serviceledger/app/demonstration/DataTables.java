package org.serviceledger.app.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the tables of this package: one row per line, columns separated by bars. */
final class DataTables {

    private DataTables() {}

    static List<String[]> of(String table) {
        try (var in = Objects.requireNonNull(DataTables.class.getResourceAsStream("/demonstration/" + table), table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + table, e);
        }
    }
}
