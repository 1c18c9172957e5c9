package org.serviceledger.projection.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Elasticsearch server as a child process: one node on a free port of the loopback address, its data kept in a
 * directory of its own. Whatever an earlier, killed process left running on that directory is stopped first.
 */
public final class EmbeddedElasticsearch implements AutoCloseable {

    /** The system property that says where the distribution's zip file is. */
    public static final String ZIP_PROPERTY = "ledger.elasticsearch.zip";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedElasticsearch.class);

    private static final long NEEDED_MEGABYTES = 256;

    private final FileChannel lock;
    private final ElasticsearchProcess server;

    private EmbeddedElasticsearch(FileChannel lock, ElasticsearchProcess server) {
        this.lock = lock;
        this.server = server;
    }

    /**
     * Where everything is.
     *
     * @param zip the distribution as it comes from Maven Central
     * @param unpackedIn where to unpack it, once for all instances
     * @param data the instance's own directory: data, configuration, logs
     * @param heapMegabytes Java heap of the server
     * @param port of HTTP; 0 takes a free one
     */
    public record Options(Path zip, Path unpackedIn, Path data, int heapMegabytes, int port) {

        /** Enough for some hundred thousand cases. */
        public static final int DEFAULT_HEAP_MEGABYTES = 512;

        public Options {
            data = data.toAbsolutePath().normalize();
            if (heapMegabytes < 128) {
                throw new IllegalArgumentException(
                        "Elasticsearch needs a heap of 128 MB at least, not " + heapMegabytes);
            }
        }

        /** Unpacks the zip beside itself. */
        public static Options of(Path zip, Path data) {
            var beside = zip.toAbsolutePath().getParent();
            return new Options(zip, beside == null ? data : beside, data, DEFAULT_HEAP_MEGABYTES, 0);
        }

        /** Takes the zip the system property {@value EmbeddedElasticsearch#ZIP_PROPERTY} names. */
        public static Options of(Path data) {
            var zip = System.getProperty(ZIP_PROPERTY);
            if (zip == null) {
                throw new EmbeddedElasticsearchFailed(
                        Message.of("elasticsearch.zip-not-named", "property", ZIP_PROPERTY));
            }
            return of(Path.of(zip), data);
        }

        public Options heapMegabytes(int megabytes) {
            return new Options(zip, unpackedIn, data, megabytes, port);
        }

        public Options port(int number) {
            return new Options(zip, unpackedIn, data, heapMegabytes, number);
        }

        /** How an instance on a port that was chosen beforehand will be reached. */
        public Access access() {
            if (port == 0) {
                throw new IllegalStateException("it takes a free port, and nobody knows which");
            }
            try {
                return new AccessFiles(data).at(URI.create("http://127.0.0.1:" + port));
            } catch (IOException e) {
                throw new EmbeddedElasticsearchFailed(
                        Message.of("elasticsearch.password-not-kept", "directory", data, "cause", e.getMessage()), e);
            }
        }
    }

    /** Returns when the server answers, whether or not all that it holds can be searched. */
    public static EmbeddedElasticsearch start(Options options) {
        var files = new ServerFiles(options.data());
        var lock = lock(files);
        try {
            ElasticsearchProcess.stopOrphan(files);
            mustHaveRoom(files);
            files.write(options);
            var distribution = Distribution.unpacked(options.zip(), options.unpackedIn());
            return new EmbeddedElasticsearch(lock, started(distribution, files));
        } catch (IOException e) {
            release(lock);
            throw new EmbeddedElasticsearchFailed(
                    Message.of("elasticsearch.not-prepared", "directory", options.data(), "cause", e.getMessage()), e);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    /** With the data that are there, or, if they are what it cannot start with, with none. */
    private static ElasticsearchProcess started(Distribution distribution, ServerFiles files) throws IOException {
        try {
            return ElasticsearchProcess.start(distribution, files);
        } catch (EmbeddedElasticsearchFailed e) {
            var damaged = new DamagedData(files);
            var complaint = damaged.complaint().orElseThrow(() -> e);
            LOG.error(
                    "Elasticsearch cannot start with its data ({}): they were moved to {}, and all read models are built anew",
                    complaint,
                    damaged.putAside());
            return ElasticsearchProcess.start(distribution, files);
        }
    }

    /** Stops the server a killed process may have left running on this data, for whoever is about to delete it. */
    public static void stopOrphan(Path data) {
        var files = new ServerFiles(data.toAbsolutePath().normalize());
        try {
            ElasticsearchProcess.stopOrphan(files);
        } catch (IOException e) {
            throw EmbeddedElasticsearchFailed.unreadable(files, e);
        }
    }

    /** Where to reach it. */
    public URI uri() {
        return access().uri();
    }

    /** How to reach it: it answers nobody who has not got this. */
    public Access access() {
        return server.access();
    }

    /** The server's process id. */
    public long pid() {
        return server.pid();
    }

    public boolean isRunning() {
        return server.isRunning();
    }

    /** Whether it does its work: it may run and yet hang, or refuse everything for want of memory. */
    public boolean answers(Duration limit) {
        return server.answers(limit);
    }

    /** Ends a server that hangs; it is still to be closed. */
    public void kill() {
        server.kill();
    }

    /** Stops the server in order and waits for it. */
    @Override
    public void close() {
        server.stop();
        release(lock);
    }

    /** Held as long as our process lives, so that a server found running without it is an orphan. */
    private static FileChannel lock(ServerFiles files) {
        FileChannel channel = null;
        try {
            Files.createDirectories(files.root(), ServerFiles.OWNER_ONLY);
            channel = FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // another instance in this very process: refused below
        } catch (IOException e) {
            release(channel);
            throw new EmbeddedElasticsearchFailed(
                    Message.of("elasticsearch.unwritable", "directory", files.root(), "cause", e.getMessage()), e);
        }
        release(channel);
        throw new EmbeddedElasticsearchFailed(Message.of("elasticsearch.in-use", "directory", files.root()));
    }

    private static void release(@Nullable FileChannel lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new EmbeddedElasticsearchFailed(Message.of("elasticsearch.not-released", "cause", e.getMessage()), e);
        }
    }

    private static void mustHaveRoom(ServerFiles files) throws IOException {
        var megabytes = Files.getFileStore(files.root()).getUsableSpace() >> 20;
        if (megabytes < NEEDED_MEGABYTES) {
            throw new EmbeddedElasticsearchFailed(Message.of(
                    "elasticsearch.no-room",
                    "megabytes",
                    megabytes,
                    "directory",
                    files.root(),
                    "needed",
                    NEEDED_MEGABYTES));
        }
    }
}
