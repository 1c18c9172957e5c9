package org.serviceledger.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the source files of the repository's modules. */
final class SourceFiles {

    /** The module that only tests use. */
    private static final Path FIXTURES = Path.of("ledger-fixtures");

    private SourceFiles() {}

    /** Files of all modules below a folder of {@code src/main}, such as {@code java}, sorted by path. */
    static List<Path> in(Path repository, String folder, String ending) throws IOException {
        var found = new ArrayList<Path>();
        for (var module : modules(repository)) {
            if (!FIXTURES.equals(module.getFileName())) {
                found.addAll(below(module.resolve("src", "main", folder), ending));
            }
        }
        return found.stream().sorted().toList();
    }

    /** Java files of the tests of all modules, and of what they share. */
    static List<Path> ofTests(Path repository) throws IOException {
        var found = new ArrayList<Path>();
        for (var module : modules(repository)) {
            found.addAll(below(module.resolve("src", "test", "java"), ".java"));
        }
        found.addAll(below(repository.resolve(FIXTURES).resolve("src", "main", "java"), ".java"));
        return found;
    }

    private static List<Path> modules(Path repository) throws IOException {
        try (var modules = Files.list(repository)) {
            return modules.toList();
        }
    }

    private static List<Path> below(Path root, String ending) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
