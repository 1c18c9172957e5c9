package org.serviceledger.app.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.Credentials;
import org.serviceledger.app.data.DataDirectory;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.app.data.RunningServer;
import org.serviceledger.app.security.UserSettings;
import org.serviceledger.command.calendar.CalendarPublication;
import org.serviceledger.projection.embedded.EmbeddedElasticsearch;
import org.serviceledger.projection.engine.Projections;
import org.serviceledger.store.LedgerHeads;
import org.serviceledger.store.clock.ClockGuard;
import org.serviceledger.store.embedded.EmbeddedPostgres;
import org.serviceledger.words.Message;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole server of one data directory: the application and its embedded servers, started and stopped together. */
public final class LedgerServer implements AutoCloseable {

    private final DataDirectory data;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable InnerServers servers;
    private @Nullable ConfigurableApplicationContext application;
    private boolean stopping;

    private LedgerServer(DataDirectory data) {
        this.data = data;
    }

    /**
     * Starts a server and returns when it answers. A shutdown hook stops everything in order when the process ends,
     * even if that happens during the start.
     */
    public static LedgerServer start(ServerOptions options) {
        return start(options, _ -> {});
    }

    /**
     * Starts a server and lets {@code recording} record events, with the application's beans, before the read models
     * start. The read models then process these events in one pass instead of following them.
     */
    public static LedgerServer start(ServerOptions options, Consumer<BeanFactory> recording) {
        System.setProperty(
                "axoniq.update-checker.disabled", "true"); // Axon otherwise reports home; it reads no other setting
        System.setProperty("ledger.log", DataDirectory.log(options.data()) + "/ledger.log");
        var server = new LedgerServer(DataDirectory.open(options.data(), DataDirectory.NEEDED_MEGABYTES));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(server::close));
        try {
            LoggerFactory.getLogger(LedgerServer.class).info("starting on {}", options);
            mustBeFree(options);
            server.boot(options, recording);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw StartFailures.cause(e);
        }
    }

    private void boot(ServerOptions options, Consumer<BeanFactory> recording) {
        RunningServer.remove(data.root());
        if (options.fresh()) {
            EmbeddedPostgres.stopOrphan(data.postgres());
            EmbeddedElasticsearch.stopOrphan(data.elasticsearch());
            data.empty();
        }
        var inner = started(InnerServers.start(data, options));
        var context = new SpringApplicationBuilder(LedgerApplication.class)
                .web(WebApplicationType.SERVLET)
                .registerShutdownHook(false)
                .initializers(prepared -> {
                    prepared.getBeanFactory().registerSingleton("innerServers", inner);
                    prepared.getBeanFactory().registerSingleton("dataDirectory", data);
                    prepared.getBeanFactory()
                            .registerSingleton(
                                    "firstRecords",
                                    new FirstRecords(() -> record(prepared.getBeanFactory(), recording)));
                })
                .run(options.arguments());
        ready(context);
    }

    /** Records nothing while the clock is in doubt. The server starts nevertheless and reports the doubt. */
    private static void record(BeanFactory application, Consumer<BeanFactory> recording) {
        if (application.getBean(ClockGuard.class).doubt().isPresent()) {
            return;
        }
        application
                .getBean(CalendarPublication.class)
                .publishMissingYears(application.getBean(Clock.class).instant());
        recording.accept(application);
    }

    private synchronized InnerServers started(InnerServers inner) {
        servers = inner;
        return inner;
    }

    private synchronized void ready(ConfigurableApplicationContext context) {
        if (stopping) {
            context.close();
            throw new LedgerFailed(Message.of("console.serve.stopped"));
        }
        application = context;
    }

    /** Tracks how the read models catch up with the events recorded so far. */
    public CatchUp catchUp() {
        return new CatchUp(bean(Projections.class), bean(LedgerHeads.class), bean(Clock.class));
    }

    /** Writes the server's address to the data directory, where other commands find it. */
    public void announce() {
        new RunningServer(url(), ProcessHandle.current().pid(), Instant.now()).write(data.root());
    }

    /** The server's address on this machine. */
    public URI url() {
        var web = Objects.requireNonNull(
                bean(ServletWebServerApplicationContext.class).getWebServer());
        return URI.create("http://localhost:" + web.getPort());
    }

    public List<String> userNames() {
        return bean(UserSettings.class).users().keySet().stream().sorted().toList();
    }

    /** The file with the passwords. */
    public Path credentials() {
        return Credentials.file(data.root());
    }

    /** Returns when the server has been stopped. */
    public void awaitStop() {
        try {
            stopped.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Blocks until the server has stopped, or the limit has passed. Returns whether it has stopped. */
    public boolean awaitStop(Duration limit) {
        try {
            return stopped.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Returns a bean of the application, for code that loads data into it. */
    public synchronized <T> T bean(Class<T> type) {
        if (application == null) {
            throw new LedgerFailed(Message.of("console.serve.not-running"));
        }
        return type.isInstance(application) ? type.cast(application) : application.getBean(type);
    }

    /** Rejects new requests, finishes running ones, and stops the embedded servers. */
    @Override
    public void close() {
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
        }
        RunningServer.remove(data.root());
        if (servers != null) {
            servers.stopWaiting();
        }
        if (application != null) {
            application.close();
        }
        if (servers != null) {
            servers.close();
        }
        data.close();
        stopped.countDown();
    }

    private static void mustBeFree(ServerOptions options) {
        try {
            new ServerSocket(options.port(), 1, InetAddress.getByName(options.address())).close();
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
}
