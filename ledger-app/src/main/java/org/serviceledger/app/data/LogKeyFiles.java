package org.serviceledger.app.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.SignatureType;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.publication.LogKeyRing;
import org.serviceledger.store.secret.OwnersFile;
import org.serviceledger.words.Message;

/**
 * The keys of the log, in sibling files: the key in force, a next key that a rotation is bringing in ({@code .next}),
 * earlier keys with their id as suffix until the operator deletes them, and an SM2 key ({@code -sm2}).
 */
public final class LogKeyFiles implements LogKeyRing {

    private static final String NEXT = ".next";
    private static final String SM2 = "-sm2";

    private final Path file;
    private final String origin;
    private final Duration overlap;
    private final boolean sm2;

    /**
     * The keys of the log with this name.
     *
     * @param file path of the key in force
     * @param origin name of the log
     * @param overlap how long the previous key signs along with a new one
     * @param sm2 whether an SM2 key signs too
     */
    public LogKeyFiles(Path file, String origin, Duration overlap, boolean sm2) {
        this.file = file.toAbsolutePath();
        this.origin = origin;
        this.overlap = overlap;
        this.sm2 = sm2;
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public Optional<NoteSigner> held() {
        return in(file);
    }

    @Override
    public NoteSigner made() {
        LogKey.of(file);
        return held().orElseThrow();
    }

    @Override
    public Optional<NoteSigner> signer(VerifierKey key) {
        return Stream.of(file, beside(NEXT), beside("." + id(key)))
                .flatMap(place -> LogKey.read(place).stream())
                .filter(pair -> pair.getPublic().equals(key.key()))
                .map(pair -> new NoteSigner(key, pair.getPrivate()))
                .findFirst();
    }

    /** Returns the SM2 signer, and creates its key if the file is absent. Empty unless SM2 is enabled. */
    @Override
    public Optional<NoteSigner> beside() {
        if (!sm2) {
            return Optional.empty();
        }
        var pair = LogKey.of(beside(SM2), LogKey.Kind.SM2);
        return Optional.of(
                new NoteSigner(new VerifierKey(origin, SignatureType.SM2, pair.getPublic()), pair.getPrivate()));
    }

    @Override
    public Duration overlap() {
        return overlap;
    }

    @Override
    public String place() {
        return file.toString();
    }

    /** Returns the next key. Reuses one that an unfinished rotation left, or creates it. It signs nothing yet. */
    public NoteSigner next() {
        var place = beside(NEXT);
        LogKey.of(place);
        return in(place).orElseThrow();
    }

    /**
     * Moves the key in force from {@code .next} to its file if it is still there, and keeps the previous key under its
     * id.
     */
    public void settle(VerifierKey inForce) {
        var next = beside(NEXT);
        try {
            if (LogKey.read(next)
                    .filter(pair -> pair.getPublic().equals(inForce.key()))
                    .isPresent()) {
                var before = held();
                if (before.isPresent()) {
                    OwnersFile.write(beside("." + id(before.get().verifier())), Files.readString(file));
                }
                OwnersFile.move(next, file);
            }
        } catch (IOException e) {
            throw new LedgerFailed(
                    Message.of("console.data.key-not-settled", "file", file, "reason", e.getMessage()), e);
        }
    }

    private Optional<NoteSigner> in(Path place) {
        return LogKey.read(place)
                .map(pair -> new NoteSigner(new VerifierKey(origin, pair.getPublic()), pair.getPrivate()));
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static String id(VerifierKey key) {
        return HexFormat.of().toHexDigits(key.id());
    }
}
