package org.serviceledger.app.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Closes connections whose headers trickle: Tomcat limits how long it waits for the next bytes, but not for all of
 * them.
 */
public final class HeaderDeadline extends Http11NioProtocol {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final CountDownLatch stopping = new CountDownLatch(1);

    @Override
    public void start() throws Exception {
        super.start();
        Thread.ofPlatform().name("header-deadline").daemon().start(this::run);
    }

    @Override
    public void stop() throws Exception {
        stopping.countDown();
        super.stop();
    }

    private void run() {
        try {
            while (!stopping.await(1, TimeUnit.SECONDS)) {
                getEndpoint().getConnections().stream()
                        .filter(HeaderDeadline::isTooSlow)
                        .forEach(SocketWrapperBase::close);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A connection keeps its processor between two reads only in the middle of headers, and of an answer that waits.
     */
    private static boolean isTooSlow(SocketWrapperBase<?> connection) {
        if (!(connection.getCurrentProcessor() instanceof Processor processor)
                || processor.isUpgrade()
                || processor.isAsync()) {
            return false;
        }
        long began = processor.getRequest().getStartTimeNanos();
        return began > 0 && System.nanoTime() - began > LIMIT.toNanos();
    }
}
