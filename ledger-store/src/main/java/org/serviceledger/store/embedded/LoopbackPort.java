package org.serviceledger.store.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds a free port of the loopback interface for a server that keeps its port over restarts. The port is between
 * 20,000 and 32,767, below the ports that systems give to outgoing connections. Otherwise a client that tries to reach
 * the stopped server could be given the server's port. After 100 ports in use, any free port is taken.
 */
public final class LoopbackPort {

    private static final int LOWEST = 20_000;
    private static final int BEYOND = 32_768;
    private static final int TRIES = 100;

    private LoopbackPort() {}

    public static int free() throws IOException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            try {
                return bound(port);
            } catch (BindException _) {
                // in use
            }
        }
        return bound(0);
    }

    private static int bound(int port) throws IOException {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
