package org.serviceledger.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the source files of the repository's modules. */
final class SourceFiles {

    private SourceFiles() {}

    /** Files of all modules below a folder of {@code src/main}, such as {@code java}, sorted by path. */
    static List<Path> in(Path repository, String folder, String ending) throws IOException {
        var found = new ArrayList<Path>();
        try (var modules = Files.newDirectoryStream(repository)) {
            for (var module : modules) {
                var root = module.resolve("src", "main", folder);
                if (Files.isDirectory(root)) {
                    try (var all = Files.walk(root)) {
                        all.filter(file -> file.toString().endsWith(ending)).forEach(found::add);
                    }
                }
            }
        }
        return found.stream().sorted().toList();
    }
}
