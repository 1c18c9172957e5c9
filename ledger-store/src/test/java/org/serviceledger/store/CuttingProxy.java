package org.serviceledger.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A proxy between a client and PostgreSQL that cuts the connection on request. */
final class CuttingProxy implements AutoCloseable {

    enum Cut {
        NEVER,
        /** The next COMMIT does not reach the server, and the connection is cut. */
        BEFORE_COMMIT,
        /** The server carries out the next COMMIT, but its answer is lost. */
        AFTER_COMMIT,
        /** The next COMMIT does not reach the server, but the connection stays open. */
        HELD_BACK
    }

    /** Marks the end of a transaction that locked the head. */
    static final String COMMIT = "COMMIT\0";

    /** Marks the statement that stores and commits a batch. */
    static final String STORE = "UPDATE ledger_head SET";

    /** Marks the statement that waits until earlier commits are on disk. */
    static final String FLUSH = "pg_logical_emit_message";

    private volatile int target;
    private final ServerSocket door;
    private final List<Socket> lines = new CopyOnWriteArrayList<>();
    private final AtomicReference<Cut> next = new AtomicReference<>(Cut.NEVER);
    private volatile String marker = COMMIT;
    private volatile boolean mute;
    private volatile int cuts;
    private volatile boolean refusing;
    private volatile boolean thenRefuse;

    CuttingProxy(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void cut(Cut cut) {
        next.set(cut);
    }

    void cutAndStayAway(Cut cut) {
        thenRefuse = true;
        next.set(cut);
    }

    /** Sets the text that marks a commit by the client. */
    void watchFor(String words) {
        marker = words;
    }

    boolean hasCut() {
        return cuts > 0;
    }

    /** New connections go to another server. */
    void forwardTo(int port) {
        target = port;
    }

    void comeBack() {
        refusing = false;
        thenRefuse = false;
    }

    @Override
    public void close() throws IOException {
        door.close();
        cutAll();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                if (refusing) {
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // the server socket was closed
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            lines.addAll(List.of(client, server));
            Thread.ofVirtual().start(() -> pass(client, server, true));
            Thread.ofVirtual().start(() -> pass(server, client, false));
        } catch (ConnectException e) {
            client.close();
        }
    }

    private void pass(Socket from, Socket to, boolean fromClient) {
        try (from;
                to) {
            pass(from.getInputStream(), to.getOutputStream(), fromClient);
        } catch (IOException | InterruptedException e) {
            // the connection was cut
        }
    }

    private void pass(InputStream in, OutputStream out, boolean fromClient) throws IOException, InterruptedException {
        var buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (!fromClient) {
                if (!mute) {
                    out.write(buffer, 0, read);
                }
                continue;
            }
            var commits = new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains(marker);
            switch (commits ? next.getAndSet(Cut.NEVER) : Cut.NEVER) {
                case NEVER -> out.write(buffer, 0, read);
                case HELD_BACK -> count();
                case BEFORE_COMMIT -> cutAll();
                case AFTER_COMMIT -> {
                    mute = true;
                    out.write(buffer, 0, read);
                    TimeUnit.MILLISECONDS.sleep(300);
                    cutAll();
                }
            }
        }
    }

    private synchronized void count() {
        cuts++;
    }

    private synchronized void cutAll() throws IOException {
        count();
        refusing = thenRefuse;
        for (var line : lines) {
            line.close();
        }
        lines.clear();
        mute = false;
    }
}
