package org.serviceledger.app.witness;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.serviceledger.app.data.DataDirectory;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.app.data.LogKey;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.SignatureType;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.witness.DamagedMemory;
import org.serviceledger.store.witness.Witness;
import org.serviceledger.words.Message;
import org.slf4j.LoggerFactory;

/** A witness server with a data directory of its own. It needs no other server and sends no requests. */
public final class WitnessServer implements AutoCloseable {

    private static final long NEEDED_MEGABYTES = 16;
    private static final int STOP_SECONDS = 5;

    /** Limits against slow clients. The JDK reads them when the process creates its first HTTP server. */
    private static final Map<String, String> LIMITS = Map.of(
            "sun.net.httpserver.maxReqTime", "15",
            "sun.net.httpserver.maxRspTime", "15",
            "sun.net.httpserver.idleInterval", "30",
            "sun.net.httpserver.nodelay", "true",
            "jdk.httpserver.maxConnections", "1000");

    private final DataDirectory data;
    private final Witness witness;
    private final HttpServer http;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private WitnessServer(DataDirectory data, Witness witness, HttpServer http) {
        this.data = data;
        this.witness = witness;
        this.http = http;
    }

    /** Starts the server and returns when it answers. A shutdown hook stops it. */
    public static WitnessServer start(WitnessOptions options) {
        System.setProperty("ledger.log", DataDirectory.log(options.data()) + "/witness.log");
        LIMITS.forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
        var trusted = TrustedLogs.of(options);
        mustBeAName(options.name());
        var data = DataDirectory.openForWitness(options.data(), NEEDED_MEGABYTES);
        try {
            var witness =
                    new Witness(signer(data, options), trusted, data.root().resolve("memory"), Clock.systemUTC());
            var server = new WitnessServer(data, witness, bound(options));
            server.http.setExecutor(server.requests);
            server.http.createContext("/", new WitnessApi(witness));
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(server::close));
            server.http.start();
            LoggerFactory.getLogger(WitnessServer.class)
                    .info(
                            "{} watches {}",
                            witness.verifier(),
                            witness.standing().keySet());
            return server;
        } catch (DamagedMemory e) {
            data.close();
            throw new LedgerFailed(e.why(), e);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private static NoteSigner signer(DataDirectory data, WitnessOptions options) {
        var pair = LogKey.of(data.root().resolve("witness-key"));
        return new NoteSigner(
                new VerifierKey(options.name(), SignatureType.COSIGNATURE, pair.getPublic()), pair.getPrivate());
    }

    private static void mustBeAName(String name) {
        try {
            SignedNote.mustBeAName(name);
        } catch (MalformedLog e) {
            throw new LedgerFailed(Message.of("console.witness.wrong-name", "reason", e.why()), e);
        }
    }

    private static HttpServer bound(WitnessOptions options) {
        try {
            return HttpServer.create(new InetSocketAddress(options.address(), options.port()), 0);
        } catch (IOException e) {
            throw new LedgerFailed(
                    Message.of(
                            "console.server.port-taken",
                            "port",
                            options.port(),
                            "address",
                            options.address(),
                            "reason",
                            e.getMessage()),
                    e);
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + http.getAddress().getPort());
    }

    /** The verifier key that a log needs to request cosignatures. */
    public VerifierKey verifier() {
        return witness.verifier();
    }

    /** Blocks until the server has stopped. */
    public void awaitStop() {
        try {
            stopped.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Finishes running requests, then stops. */
    @Override
    public void close() {
        http.stop(STOP_SECONDS);
        requests.close();
        data.close();
        stopped.countDown();
    }
}
