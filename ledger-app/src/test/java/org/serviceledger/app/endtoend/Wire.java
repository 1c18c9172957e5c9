package org.serviceledger.app.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends raw bytes, since HTTP clients refuse to send malformed requests, and parses the responses. */
final class Wire implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_MILLIS = 90_000;
    private static final int HEX = 16;

    private final URI server;
    private @Nullable Socket socket;

    Wire(URI server) {
        this.server = server;
    }

    /** A response; header names are in lower case. */
    record Reply(int status, Map<String, String> headers, String body) {

        String type() {
            return headers.getOrDefault("content-type", "");
        }

        boolean isProblem() {
            return type().startsWith("application/problem+json");
        }

        boolean isPage() {
            return type().startsWith("text/html") && body.startsWith("<!DOCTYPE html>");
        }

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    /**
     * Sends a request without body, with exactly this line and these headers. Adds a header for English if they name no
     * language.
     */
    Reply ask(String line, String... headers) throws IOException {
        return send(request(line, "", headers));
    }

    static byte[] request(String line, String body, String... headers) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((line + " HTTP/1.1\r\nHost: localhost\r\n").getBytes(UTF_8));
        if (Arrays.stream(headers).noneMatch(header -> header.startsWith("Accept-Language:"))) {
            bytes.writeBytes("Accept-Language: en\r\n".getBytes(UTF_8));
        }
        for (var header : headers) {
            bytes.writeBytes((header + "\r\n").getBytes(UTF_8));
        }
        var content = body.getBytes(UTF_8);
        if (content.length > 0 || line.startsWith("POST")) {
            bytes.writeBytes(("Content-Length: " + content.length + "\r\n").getBytes(UTF_8));
        }
        bytes.writeBytes("\r\n".getBytes(UTF_8));
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    /** Sends a request, on the previous connection if the server kept it. */
    Reply send(byte[] request) throws IOException {
        var used = socket;
        if (used != null) {
            try {
                return exchange(used, request);
            } catch (EOFException | java.net.SocketException _) {
                close(); // the server closed it between the requests
            }
        }
        var fresh = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        fresh.setSoTimeout(PATIENCE_MILLIS);
        fresh.setTcpNoDelay(true);
        socket = fresh;
        return exchange(fresh, request);
    }

    private Reply exchange(Socket on, byte[] request) throws IOException {
        on.getOutputStream().write(request);
        on.getOutputStream().flush();
        var in = new BufferedInputStream(on.getInputStream());
        var status = Integer.parseInt(line(in).split(" ", -1)[1]);
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var parts = line.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        var bodiless = new String(request, 0, Math.min(5, request.length), ISO_8859_1).equals("HEAD ")
                || status == 204
                || status == 304;
        var body = bodiless ? new byte[0] : body(in, headers);
        if ("close".equals(headers.get("connection"))) {
            close();
        }
        return new Reply(status, headers, new String(body, UTF_8));
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            var length = headers.get("content-length");
            return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
        }
        var body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), HEX); size > 0; size = Integer.parseInt(line(in), HEX)) {
            body.writeBytes(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(UTF_8);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
