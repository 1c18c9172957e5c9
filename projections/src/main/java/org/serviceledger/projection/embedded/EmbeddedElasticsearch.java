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
 * A real Elasticsearch server as a child process: one node on the loopback address, by default on a free port, with its
 * data in a directory of its own. Before the start, a server that a killed process left running on that directory is
 * stopped.
 */
public final class EmbeddedElasticsearch implements AutoCloseable {

    /** The system property that names the distribution's zip file. */
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
     * The files, memory and port of an instance.
     *
     * @param zip the distribution as published on Maven Central
     * @param unpackedIn the directory to unpack the zip into, once for all instances
     * @param data the instance's own directory for data, configuration and logs
     * @param heapMegabytes the server's Java heap in megabytes, at least 128
     * @param port the HTTP port; 0 selects a free one
     */
    public record Options(Path zip, Path unpackedIn, Path data, int heapMegabytes, int port) {

        /** The default heap in megabytes, enough for some hundred thousand cases. */
        public static final int DEFAULT_HEAP_MEGABYTES = 512;

        public Options {
            data = data.toAbsolutePath().normalize();
            if (heapMegabytes < 128) {
                throw new IllegalArgumentException(
                        "Elasticsearch needs a heap of 128 MB at least, not " + heapMegabytes);
            }
        }

        /** Returns options that unpack the zip into its own directory, with the default heap and a free port. */
        public static Options of(Path zip, Path data) {
            var beside = zip.toAbsolutePath().getParent();
            return new Options(zip, beside == null ? data : beside, data, DEFAULT_HEAP_MEGABYTES, 0);
        }

        /**
         * Returns options with the zip that the system property {@value EmbeddedElasticsearch#ZIP_PROPERTY} names.
         *
         * @throws EmbeddedElasticsearchFailed if the property is not set
         */
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

        /**
         * Returns the address and credentials of an instance on a fixed port, also before it starts.
         *
         * @throws IllegalStateException if the port is 0
         */
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

    /**
     * Starts a server. Returns when the server answers, even if some of its data cannot be searched.
     *
     * @throws EmbeddedElasticsearchFailed if the server cannot be started
     */
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

    /** Starts the server with the existing data or, if it cannot start with them, without data. */
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

    /** Stops a server that a killed process left running on this data. Callers use it before they delete the data. */
    public static void stopOrphan(Path data) {
        var files = new ServerFiles(data.toAbsolutePath().normalize());
        try {
            ElasticsearchProcess.stopOrphan(files);
        } catch (IOException e) {
            throw EmbeddedElasticsearchFailed.unreadable(files, e);
        }
    }

    /** Returns the HTTP address. */
    public URI uri() {
        return access().uri();
    }

    /** Returns the address and credentials. The server rejects every request without them. */
    public Access access() {
        return server.access();
    }

    /** Returns the server's process id. */
    public long pid() {
        return server.pid();
    }

    public boolean isRunning() {
        return server.isRunning();
    }

    /**
     * Returns whether the server processes requests within the limit. A running server may hang, or may reject all
     * requests for lack of memory.
     */
    public boolean answers(Duration limit) {
        return server.answers(limit);
    }

    /** Kills a server that hangs. The caller must still call {@link #close()}. */
    public void kill() {
        server.kill();
    }

    /** Stops the server in order and waits until it has ended. */
    @Override
    public void close() {
        server.stop();
        release(lock);
    }

    /**
     * Locks the directory as long as this process lives. A server that runs on an unlocked directory is therefore an
     * orphan.
     */
    private static FileChannel lock(ServerFiles files) {
        FileChannel channel = null;
        try {
            Files.createDirectories(files.root(), ServerFiles.OWNER_ONLY);
            channel = FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // another instance in this process holds the lock; rejected below
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
