package org.serviceledger.query.log;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.LogKeys;
import org.serviceledger.store.log.LogTile;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.SignatureType;
import org.serviceledger.store.publication.Checkpoints;
import org.serviceledger.store.publication.LogKeyMissing;
import org.serviceledger.store.publication.PublishedLog;
import org.serviceledger.web.Problem;
import org.serviceledger.words.Message;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Serves the transparency log (透明日志) from the root of the host, byte for byte as c2sp.org/tlog-tiles specifies. Anyone
 * may read it, since it reveals nothing but that events were recorded.
 */
@RestController
class TransparencyLogApi {

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");
    /**
     * Names the exact time of signing. {@code Last-Modified} cannot tell apart two checkpoints signed within one
     * second.
     */
    private static final String SIGNED_AT = "Ledger-Signed-At";

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl FOR_A_MOMENT =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();

    private final PublishedLog log;
    private final Checkpoints checkpoints;

    TransparencyLogApi(PublishedLog log, Checkpoints checkpoints) {
        this.log = log;
        this.checkpoints = checkpoints;
    }

    @GetMapping("/checkpoint")
    ResponseEntity<String> checkpoint() {
        var published = checkpoints.published().orElseThrow(() -> notThere(Message.of("problem.log/no-checkpoint")));
        var answer = ResponseEntity.ok().contentType(TEXT).cacheControl(FOR_A_MOMENT);
        checkpoints.signedAt(published).ifPresent(at -> answer.header(SIGNED_AT, at.toString()));
        return answer.body(published.toString());
    }

    /** The verifier key for the signatures of checkpoints. */
    @GetMapping("/vkey")
    ResponseEntity<String> verifierKey() {
        return ResponseEntity.ok().contentType(TEXT).cacheControl(FOR_A_MOMENT).body(checkpoints.verifier() + "\n");
    }

    /** The verifier key for the SM2 signatures of checkpoints. */
    @GetMapping("/vkey/sm2")
    ResponseEntity<String> verifierKeyOfSm2() {
        var tenure = checkpoints
                .keys()
                .current(SignatureType.SM2)
                .orElseThrow(() -> notThere(Message.of("problem.log/no-sm2")));
        return ResponseEntity.ok().contentType(TEXT).cacheControl(FOR_A_MOMENT).body(tenure.key() + "\n");
    }

    /** All keys that have ever signed the log, for verifying old signatures. */
    @GetMapping("/vkeys")
    ResponseEntity<List<KnownKey>> verifierKeys() {
        return ResponseEntity.ok().cacheControl(FOR_A_MOMENT).body(KnownKey.all(checkpoints.keys()));
    }

    /**
     * A key of the log.
     *
     * @param key the verifier key
     * @param fromSize the size of the smallest checkpoint that the key is valid for
     * @param toSize the size of the largest; absent for a key in use
     * @param since when the key came into use
     * @param statement the signed note by which the previous key introduced this one; absent for the first key
     */
    record KnownKey(
            String key,
            long fromSize,
            @Nullable Long toSize,
            Instant since,
            @Nullable String statement) {

        static List<KnownKey> all(LogKeys keys) {
            var known = new ArrayList<KnownKey>();
            var next = new EnumMap<SignatureType, Long>(SignatureType.class);
            for (var tenure : keys.tenures().reversed()) {
                var statement = tenure.statement();
                known.addFirst(new KnownKey(
                        tenure.key().toString(),
                        tenure.fromSize(),
                        next.get(tenure.key().type()),
                        tenure.since(),
                        statement == null ? null : statement.toString()));
                next.put(tenure.key().type(), tenure.fromSize() - 1);
            }
            return known;
        }
    }

    @GetMapping("/tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        var tile = LogTile.parse(request.getRequestURI().substring(1));
        var bytes = log.tile(tile).orElseThrow(() -> notThere(Message.of("problem.log/not-so-long")));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(FOR_EVER)
                .body(bytes);
    }

    /** A {@code .tlog-proof} that the event at this position is in the log. */
    @GetMapping("/api/ledger/events/{position}/proof")
    ResponseEntity<String> proof(@PathVariable long position) {
        var proof = checkpoints
                .proof(position)
                .orElseThrow(() -> notThere(Message.of("problem.log/no-proof", "position", position)));
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header("Content-Disposition", "attachment; filename=\"event-%d.tlog-proof\"".formatted(position))
                .body(proof.toString());
    }

    /** The leaf of the event at this position, byte for byte as the tree hashes it. A tile contains it as well. */
    @GetMapping("/api/ledger/events/{position}/leaf")
    ResponseEntity<byte[]> leaf(@PathVariable long position) {
        var leaf = log.entry(position)
                .orElseThrow(() -> notThere(Message.of("problem.log/no-event", "position", position)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(FOR_EVER)
                .header("Content-Disposition", "attachment; filename=\"event-%d.leaf.json\"".formatted(position))
                .body(leaf.getBytes(StandardCharsets.UTF_8));
    }

    @ExceptionHandler
    ProblemDetail malformed(MalformedLog e) {
        return Problem.of(HttpStatus.BAD_REQUEST, Problem.HTTP, Message.of("fault.tile"));
    }

    @ExceptionHandler
    ProblemDetail withoutKey(LogKeyMissing e) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "log/no-key", Message.of("problem.log/no-key"));
    }

    @ExceptionHandler
    ProblemDetail noPosition(MethodArgumentTypeMismatchException e) {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                Problem.HTTP,
                Message.of("fault.position", "field", e.getName(), "value", e.getValue()));
    }

    /** Spring's own resolver would log each of these answers as a warning to the operator. */
    @ExceptionHandler
    ProblemDetail notThere(ErrorResponseException e) {
        return e.getBody();
    }

    private static ErrorResponseException notThere(Message why) {
        return new ErrorResponseException(
                HttpStatus.NOT_FOUND, Problem.of(HttpStatus.NOT_FOUND, Problem.HTTP, why), null);
    }
}
