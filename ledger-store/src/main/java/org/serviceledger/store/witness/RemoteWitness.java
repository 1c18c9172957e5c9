package org.serviceledger.store.witness;

import static java.net.http.HttpResponse.BodyHandlers.ofInputStream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.HashTree;
import org.serviceledger.store.log.LogKeys;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.TreeHash;
import org.serviceledger.store.witness.RemoteAnswer.Contradicted;
import org.serviceledger.store.witness.RemoteAnswer.Cosigned;
import org.serviceledger.store.witness.RemoteAnswer.Unavailable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** A client that asks a remote witness over HTTP to cosign checkpoints of this log (c2sp.org/tlog-witness). */
public final class RemoteWitness {

    private static final int ATTEMPTS = 3;
    private static final int MOST_BYTES = SignedNote.MOST_BYTES;
    private static final int LONGEST_REASON = 200;

    private final KnownWitness witness;
    private final URI prefix;
    private final HttpClient http;
    private final Duration patience;
    private volatile long remembered;

    /**
     * Creates a client.
     *
     * @param witness must have a URL; otherwise the constructor throws {@link IllegalArgumentException}
     * @param patience timeout of each HTTP request
     */
    public RemoteWitness(KnownWitness witness, HttpClient http, Duration patience) {
        if (witness.url() == null) {
            throw new IllegalArgumentException("the witness %s has no address".formatted(witness.name()));
        }
        var url = witness.url().toString();
        this.witness = witness;
        this.prefix = URI.create(url.endsWith("/") ? url : url + "/");
        this.http = http;
        this.patience = patience;
    }

    public KnownWitness witness() {
        return witness;
    }

    private record Response(int status, String body) {

        String firstLine() {
            var line = body.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
            return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
        }
    }

    /**
     * Asks the witness to cosign a checkpoint, starting from the size the witness cosigned last. Blocks for up to four
     * HTTP requests. If the thread is interrupted, it returns {@link Unavailable} and keeps the interrupt status.
     *
     * @param tree the log, from which consistency proofs are computed
     * @param keys the keys that have signed the log, with the sizes they are in force for
     */
    public RemoteAnswer ask(SignedNote checkpoint, HashTree tree, LogKeys keys) {
        try {
            return asked(checkpoint, tree, keys);
        } catch (IOException e) {
            return new Unavailable(Message.of("RemoteWitness.unreachable", "reason", reason(e)));
        } catch (MalformedLog e) {
            return new Unavailable(Message.of("RemoteWitness.not-understood", "reason", e.why()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Unavailable(Message.of("RemoteWitness.not-waited-for"));
        }
    }

    /**
     * If the old size is wrong, the witness answers 409 with its own size, and the client asks again from that size.
     */
    private RemoteAnswer asked(SignedNote checkpoint, HashTree tree, LogKeys keys)
            throws IOException, InterruptedException {
        var next = Checkpoint.parse(checkpoint.text());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long old = Math.min(remembered, next.size());
            var response = post(new AddCheckpoint(old, proof(tree, old, next.size()), checkpoint));
            switch (response.status()) {
                case 200 -> {
                    return cosigned(checkpoint, next, response);
                }
                case 409 -> {
                    long size = Checkpoint.size(response.body().strip());
                    if (size > next.size() || size == old) {
                        return contradicted(next, tree, keys, size);
                    }
                    remembered = size;
                }
                case 422 -> {
                    return contradicted(next, tree, keys, old);
                }
                default -> {
                    return new Unavailable(Message.of(
                            "RemoteWitness.answer", "status", response.status(), "line", response.firstLine()));
                }
            }
        }
        return new Unavailable(Message.of("RemoteWitness.wavering"));
    }

    private static List<TreeHash> proof(HashTree tree, long old, long size) {
        return old == 0 ? List.of() : tree.consistency(old, size).hashes();
    }

    private RemoteAnswer cosigned(SignedNote checkpoint, Checkpoint next, Response response) {
        var lines = response.body().lines().map(SignedNote.Signature::parse).toList();
        var note = new SignedNote(checkpoint.text(), lines);
        if (note.signers(List.of(witness.key())).isEmpty()) {
            return new Unavailable(Message.of("RemoteWitness.other-key"));
        }
        remembered = next.size();
        return new Cosigned(witness.key().signatures(note).getFirst());
    }

    /**
     * Accepts a contradiction as proven only if the witness serves a checkpoint that the key in force at its size
     * signed; otherwise it is a mere claim. A key that was in force at other sizes does not count, because a stolen
     * retired key could sign such a checkpoint.
     */
    private RemoteAnswer contradicted(Checkpoint next, HashTree tree, LogKeys keys, long size)
            throws IOException, InterruptedException {
        var shown = shown(next.origin(), keys);
        if (shown.isEmpty()) {
            return new Contradicted(
                    size > next.size()
                            ? Message.of("RemoteWitness.claims-more", "cosigned", size, "size", next.size())
                            : Message.of("RemoteWitness.claims-other", "cosigned", size),
                    Optional.empty());
        }
        var theirs = Checkpoint.parse(shown.get().text());
        if (theirs.size() > next.size()) {
            return new Contradicted(
                    Message.of("RemoteWitness.shorter", "size", next.size(), "signed", theirs.size()), shown);
        }
        if (!tree.root(theirs.size()).equals(theirs.root())) {
            return new Contradicted(Message.of("RemoteWitness.changed", "signed", theirs.size()), shown);
        }
        remembered = theirs.size();
        return new Unavailable(Message.of("RemoteWitness.refusing", "remembered", theirs.size()));
    }

    private Optional<SignedNote> shown(String origin, LogKeys keys) throws IOException, InterruptedException {
        var response = send(HttpRequest.newBuilder(prefix.resolve(WitnessMemory.hash(origin) + "/checkpoint"))
                .GET());
        if (response.status() != 200) {
            return Optional.empty();
        }
        try {
            var note = SignedNote.parse(response.body());
            return keys.flaw(note).isPresent()
                            || !Checkpoint.parse(note.text()).origin().equals(origin)
                    ? Optional.empty()
                    : Optional.of(note);
        } catch (MalformedLog _) {
            return Optional.empty();
        }
    }

    private Response post(AddCheckpoint request) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(prefix.resolve("add-checkpoint"))
                .POST(BodyPublishers.ofString(request.toString())));
    }

    private Response send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(
                request.header("Accept-Language", Language.ENGLISH.tag())
                        .timeout(patience)
                        .build(),
                ofInputStream());
        try (var body = response.body()) {
            var bytes = body.readNBytes(MOST_BYTES);
            return new Response(response.statusCode(), new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null || e.getMessage().isBlank() ? e.getClass().getSimpleName() : e.getMessage();
    }
}
