package org.serviceledger.projection.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Data that a server cannot start with. The data hold only what is folded from the ledger. They are therefore moved
 * aside for analysis, and the server starts without data.
 */
record DamagedData(ServerFiles files) {

    private static final String PREFIX = "data.damaged-";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    /**
     * Matches what a server prints if it stops because of its data. For lack of a port, memory or disk space it prints
     * something else.
     */
    private static final Pattern COMPLAINT =
            Pattern.compile("(Corrupt\\w*Exception|IndexFormatToo(New|Old)Exception|java\\.io\\.EOFException"
                    + "|failed to load metadata|cannot (up|down)grade a node).*");

    /** Returns what the stopped server printed about its data, or empty if it did not stop because of them. */
    Optional<String> complaint() throws IOException {
        if (!Files.exists(files.output())) {
            return Optional.empty();
        }
        var said = COMPLAINT.matcher(Files.readString(files.output(), StandardCharsets.ISO_8859_1));
        return said.find() ? Optional.of(said.group()) : Optional.empty();
    }

    /** Moves the data aside and returns their new path. Deletes data that were moved aside before. */
    Path putAside() throws IOException {
        try (var before = Files.list(files.root())) {
            for (var old : before.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .toList()) {
                delete(old);
            }
        }
        var aside = files.root().resolve(PREFIX + TIME.format(Instant.now()));
        Files.move(files.data(), aside);
        Files.createDirectories(files.data(), ServerFiles.OWNER_ONLY);
        return aside;
    }

    private static void delete(Path directory) throws IOException {
        try (var tree = Files.walk(directory)) {
            for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
