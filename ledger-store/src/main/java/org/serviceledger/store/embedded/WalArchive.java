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
 * The archive of PostgreSQL's write-ahead log (WAL), kept beside the data from one backup to the next. PostgreSQL
 * archives only while the directory exists, that is, while backups collect from it. A directory that has grown too
 * large is deleted.
 */
public final class WalArchive {

    private static final String NAME = "wal-archive";
    private static final String OWNER = "backup";

    /**
     * The maximum number of segments, of 16 MB before compression. More mean that no backup has collected them for
     * long.
     */
    private static final int MOST = 1000;

    /**
     * The {@code archive_command}, which PostgreSQL runs in its data directory for each finished segment ({@code %p},
     * under its name {@code %f}). A segment that is in the archive already must be identical. A half-written segment
     * has another name.
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

    /** The archive beside the data in this directory. */
    public static WalArchive of(Path dataDirectory) {
        return new WalArchive(Cluster.in(dataDirectory).directory().resolve(NAME));
    }

    /** The backup that the archive is kept for; empty if there is none. */
    public Optional<String> owner() throws IOException {
        var file = directory.resolve(OWNER);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /** Deletes what was kept for another backup, and archives everything from now on for this one. */
    public void begin(String owner) throws IOException {
        Directories.delete(directory);
        Files.createDirectories(directory, OwnersFile.directory());
        OwnersFile.write(directory.resolve(OWNER), owner + "\n");
    }

    /** The finished segments, compressed with gzip, in order. */
    public List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file ->
                            SEGMENT.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }
}
