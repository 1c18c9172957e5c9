package org.serviceledger.app.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.serviceledger.store.witness.AddCheckpoint;
import org.serviceledger.store.witness.Answer;
import org.serviceledger.store.witness.Answer.Cosigned;
import org.serviceledger.store.witness.Answer.Forked;
import org.serviceledger.store.witness.Answer.Malformed;
import org.serviceledger.store.witness.Answer.NotContinued;
import org.serviceledger.store.witness.Answer.NotSigned;
import org.serviceledger.store.witness.Answer.OtherSize;
import org.serviceledger.store.witness.Answer.Refused;
import org.serviceledger.store.witness.Answer.UnknownLog;
import org.serviceledger.store.witness.Witness;
import org.serviceledger.words.Language;
import org.serviceledger.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP API of a witness for logs and monitors (c2sp.org/tlog-witness). Each refusal states its reason in one line. */
final class WitnessApi implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessApi.class);
    private static final Pattern CHECKPOINT = Pattern.compile("/([0-9a-f]{64})/checkpoint");
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String CONTENT_LANGUAGE = "Content-Language";
    private static final int LONGEST_REASON = 300;

    /** Maximum number of bytes of an oversized body to read and discard, so that the client receives the answer. */
    private static final int PATIENCE_BYTES = 8 * 1024 * 1024;

    private final Witness witness;

    WitnessApi(Witness witness) {
        this.witness = witness;
    }

    private record Reply(int status, String type, String body, Map<String, String> headers) {

        Reply(int status, String type, String body) {
            this(status, type, body, Map.of());
        }

        /** What is wrong with a request, in the language that is being spoken. */
        static Reply said(int status, String words) {
            return new Reply(
                    status,
                    TEXT,
                    words + "\n",
                    Map.of(CONTENT_LANGUAGE, Language.current().tag()));
        }

        /** Why a checkpoint is not cosigned, which may quote what was sent. */
        static Reply refused(int status, Refused refused) {
            var reason = refused.reason().said();
            var line = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
            return said(status, line.replaceAll("\\p{Cntrl}", " "));
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var language = Language.accepted(exchange.getRequestHeaders().getFirst("Accept-Language"));
            var reply = language.<Reply, IOException>speaking(() -> reply(exchange));
            send(exchange, reply);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        try {
            var path = exchange.getRequestURI().getRawPath();
            var reading = exchange.getRequestMethod().matches("GET|HEAD");
            if (path.equals("/add-checkpoint")) {
                return exchange.getRequestMethod().equals("POST") ? add(exchange) : notAllowed("POST");
            }
            var read = read(path);
            if (read.isEmpty()) {
                return Reply.said(404, Words.say("problem.witness/path"));
            }
            return reading ? read.get() : notAllowed("GET, HEAD");
        } catch (RuntimeException e) {
            LOG.error("a request could not be answered", e);
            return Reply.said(500, Words.say("problem.witness/failed"));
        }
    }

    private Optional<Reply> read(String path) {
        var checkpoint = CHECKPOINT.matcher(path);
        if (checkpoint.matches()) {
            return Optional.of(witness.latest(checkpoint.group(1))
                    .map(note -> new Reply(200, TEXT, note.toString()))
                    .orElseGet(() -> Reply.said(404, Words.say("problem.witness/nothing-cosigned"))));
        }
        return switch (path) {
            case "/vkey" -> Optional.of(new Reply(200, TEXT, witness.verifier() + "\n"));
            case "/health" -> Optional.of(new Reply(200, "application/json", Standing.of(witness)));
            default -> Optional.empty();
        };
    }

    private Reply add(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(AddCheckpoint.MOST_BYTES + 1);
        if (body.length > AddCheckpoint.MOST_BYTES) {
            discard(exchange);
            return Reply.said(413, Words.say("problem.witness/size", "most", AddCheckpoint.MOST_BYTES));
        }
        var answer = witness.add(body);
        log(answer);
        return switch (answer) {
            case Cosigned cosigned -> new Reply(200, TEXT, cosigned.signature().line());
            case OtherSize other -> new Reply(409, "text/x.tlog.size", other.size() + "\n");
            case Malformed refused -> Reply.refused(400, refused);
            case NotSigned refused -> Reply.refused(403, refused);
            case UnknownLog refused -> Reply.refused(404, refused);
            case NotContinued refused -> Reply.refused(422, refused);
            case Forked refused -> Reply.refused(422, refused);
        };
    }

    private static void log(Answer answer) {
        switch (answer) {
            case Forked fork ->
                LOG.error(
                        "a log forked: two roots over {} entries, both signed; the proof is kept in the memory:\n{}\n{}",
                        fork.size(),
                        fork.remembered(),
                        fork.shown());
            case NotContinued refused ->
                LOG.warn("refused: {}", refused.reason().in(Language.ENGLISH));
            case Refused refused -> LOG.info("refused: {}", refused.reason().in(Language.ENGLISH));
            case Cosigned _ -> {} // every second or so
        }
    }

    private static void discard(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody();
        var buffer = new byte[8192];
        int left = PATIENCE_BYTES;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = body.read(buffer);
        }
    }

    private static Reply notAllowed(String allow) {
        var reply = Reply.said(405, Words.say("problem.witness/method", "methods", allow));
        var headers = new HashMap<>(reply.headers());
        headers.put("Allow", allow);
        return new Reply(reply.status(), reply.type(), reply.body(), headers);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.type());
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        reply.headers().forEach(headers::set);
        var body = reply.body().getBytes(UTF_8);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(reply.status(), -1);
        } else {
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
