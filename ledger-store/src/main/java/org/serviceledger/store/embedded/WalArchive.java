package org.serviceledger.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.serviceledger.store.secret.OwnersFile;

/**
 * What PostgreSQL has written ahead (its WAL), kept beside the data from one backup to the next. There is an archive only while
 * somebody collects it: without the directory, and when it has grown too large, nothing is kept.
 */
public final class WalArchive {

    private static final String NAME = "wal-archive";
    private static final String OWNER = "backup";

    /** Segments of 16 MB, compressed: with more than these nobody has collected them for long. */
    private static final int MOST = 1000;

    /**
     * Run by PostgreSQL in its data directory for each finished segment ({@code %p}, under its name {@code %f}). A segment that is
     * there already must be the same; one that is half written has another name.
     */
    static final String COMMAND = """
            a=../%1$s; test -d $a || exit 0; \
            if test $(ls $a | wc -l) -gt %2$d; then rm -rf $a; echo 'nobody collects the WAL: it is kept no longer' >&2; exit 0; fi; \
            if test -f $a/%%f.gz; then gzip -dc $a/%%f.gz | cmp -s - %%p; exit $?; fi; \
            umask 077; gzip -1 <%%p >$a/%%f.new && sync $a/%%f.new && mv $a/%%f.new $a/%%f.gz && sync $a""".formatted(NAME, MOST);

    private static final Pattern SEGMENT =
            Pattern.compile("[0-9A-F]{24}(\\.[0-9A-F]{8}\\.backup)?\\.gz|[0-9A-F]{8}\\.history\\.gz");

    private final Path directory;

    private WalArchive(Path directory) {
        this.directory = directory;
    }

    /** Beside the data kept in this directory. */
    public static WalArchive of(Path dataDirectory) {
        return new WalArchive(Cluster.in(dataDirectory).directory().resolve(NAME));
    }

    /** For which backup it is kept, if for any. */
    public Optional<String> owner() throws IOException {
        var file = directory.resolve(OWNER);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /** Throws away what was kept for another backup, and keeps everything from now on for this one. */
    public void begin(String owner) throws IOException {
        Directories.delete(directory);
        Files.createDirectories(directory, OwnersFile.directory());
        OwnersFile.write(directory.resolve(OWNER), owner + "\n");
    }

    /** The finished segments, in order; compressed. */
    public List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file ->
                            SEGMENT.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }
}
