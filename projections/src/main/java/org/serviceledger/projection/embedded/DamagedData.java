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
 * Data that a server cannot start with. They hold nothing but what is folded from the ledger, so they are put aside for whoever
 * wants to find out, and the server begins with none.
 */
record DamagedData(ServerFiles files) {

    private static final String PREFIX = "data.damaged-";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    /** What a server says that ends because of its data; for want of a port, memory or room it says something else. */
    private static final Pattern COMPLAINT =
            Pattern.compile("(Corrupt\\w*Exception|IndexFormatToo(New|Old)Exception|java\\.io\\.EOFException"
                    + "|failed to load metadata|cannot (up|down)grade a node).*");

    /** What the server that has just ended said of its data, if that is why it ended. */
    Optional<String> complaint() throws IOException {
        if (!Files.exists(files.output())) {
            return Optional.empty();
        }
        var said = COMPLAINT.matcher(Files.readString(files.output(), StandardCharsets.ISO_8859_1));
        return said.find() ? Optional.of(said.group()) : Optional.empty();
    }

    /** Where they are now; those that were put aside before go away. */
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
