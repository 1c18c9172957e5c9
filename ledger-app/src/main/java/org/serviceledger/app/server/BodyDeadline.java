package org.serviceledger.app.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Aborts requests whose bodies trickle. Tomcat limits the wait for the next bytes, but not the total time. The deadline
 * grows with the bytes received.
 */
final class BodyDeadline extends ValveBase {

    private static final long BYTES_A_SECOND = 65_536;

    /** How long to wait for the rest of a body after the answer: enough for an honest client that is answered early. */
    private static final Duration REST = Duration.ofMillis(500);

    private static final long GLANCE_MILLIS = 5;

    private final Duration limit;

    BodyDeadline(Duration limit) {
        super(true);
        this.limit = limit;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var coyote = request.getCoyoteRequest();
        if (coyote.isFinished()) {
            getNext().invoke(request, response);
            return;
        }
        var body = coyote.getInputBuffer();
        coyote.setInputBuffer(new Limited(body, coyote, System.nanoTime() + limit.toNanos()));
        try {
            getNext().invoke(request, response);
        } finally {
            if (!request.isAsync()) {
                leaveNothing(coyote);
            }
            coyote.setInputBuffer(body);
        }
    }

    /**
     * Discards the rest of the body for a short time. Otherwise Tomcat reads it to keep the connection, however slowly
     * it trickles.
     */
    private static void leaveNothing(org.apache.coyote.Request coyote) {
        long until = System.nanoTime() + REST.toNanos();
        try {
            while (!coyote.isFinished() && System.nanoTime() < until) {
                if (coyote.getInputBuffer().available() == 0) {
                    Thread.sleep(GLANCE_MILLIS);
                } else if (coyote.doRead(new Dropped()) < 0) {
                    return;
                }
            }
        } catch (IOException _) {
            // the client does not send the rest
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (!coyote.isFinished()) {
            coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** A body that throws once its deadline has passed. */
    private record Limited(InputBuffer body, org.apache.coyote.Request request, long until) implements InputBuffer {

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            long earned =
                    Duration.ofSeconds(request.getBytesRead() / BYTES_A_SECOND).toNanos();
            if (System.nanoTime() - until > earned) {
                request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                throw new SocketTimeoutException("the body took too long to come");
            }
            return body.doRead(handler);
        }

        @Override
        public int available() {
            return body.available();
        }
    }

    /** A buffer for bytes to discard. */
    private static final class Dropped implements ApplicationBufferHandler {

        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {}
    }
}
