package org.serviceledger.app.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Closes connections whose headers trickle. Tomcat limits the wait for the next bytes, but not the total time. */
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
     * Between two reads, a connection has a processor only while its headers are incomplete or an answer is pending.
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
