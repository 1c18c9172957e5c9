package org.serviceledger.store.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A free port of the loopback interface for a server that keeps it over its restarts. It lies below those that systems give
 * to outgoing connections: else a client that tries to reach the server while it is down may come to hold its port.
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
                // somebody has it
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
