package org.serviceledger.store.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys that have signed a log, in the order they were introduced. A key is in force from its own size until the
 * next key of its type replaces it. Keys of type {@link SignatureType#ED25519} are the log's own keys; keys of other
 * types sign in addition to them.
 */
public record LogKeys(List<Tenure> tenures) {

    public LogKeys {
        tenures = List.copyOf(tenures);
    }

    /**
     * The period in which one key is in force.
     *
     * @param fromSize size of the smallest checkpoint that this key must sign
     * @param since when the key was introduced
     * @param statement the signed {@link KeyRotation} that introduced the key; null for the first key
     */
    public record Tenure(
            VerifierKey key,
            long fromSize,
            Instant since,
            @Nullable SignedNote statement) {

        /**
         * Returns whether the previous key signed the rotation statement. False for the first key, and if the previous
         * key was lost.
         */
        public boolean isEndorsedBy(VerifierKey before) {
            return statement != null && before.signed(statement);
        }
    }

    /** Returns the Ed25519 key that signs checkpoints now; empty if the log has no key yet. */
    public Optional<Tenure> current() {
        return current(SignatureType.ED25519);
    }

    /** Returns the key of the given type that signs checkpoints now; empty if there is none. */
    public Optional<Tenure> current(SignatureType type) {
        return of(type).reversed().stream().findFirst();
    }

    /** Returns the Ed25519 key before the current one; empty if there was none. */
    public Optional<Tenure> previous() {
        return of(SignatureType.ED25519).reversed().stream().skip(1).findFirst();
    }

    /** Returns all keys of the given type, oldest first. */
    public List<Tenure> of(SignatureType type) {
        return tenures.stream().filter(tenure -> tenure.key().type() == type).toList();
    }

    /** Returns the Ed25519 key that must sign a checkpoint of this size; empty if no key is in force at this size. */
    public Optional<Tenure> inForce(long size) {
        return of(SignatureType.ED25519).reversed().stream()
                .filter(tenure -> tenure.fromSize() <= size)
                .findFirst();
    }

    /**
     * Returns why the checkpoint lacks the required signature; empty if it has it. The name of the key is the log's
     * origin (c2sp.org/tlog-checkpoint), so a checkpoint with another origin is not a checkpoint of this log, even if
     * the key signed it; for example after the log was renamed. Throws {@link MalformedLog} if the note's text is not a
     * checkpoint.
     */
    public Optional<KeyFlaw> flaw(SignedNote checkpoint) {
        var parsed = Checkpoint.parse(checkpoint.text());
        long size = parsed.size();
        var tenure = inForce(size);
        if (tenure.isEmpty()) {
            return Optional.of(new KeyFlaw.NoneInForce(size));
        }
        if (!tenure.get().key().name().equals(parsed.origin())) {
            return Optional.of(new KeyFlaw.OtherLog(parsed.origin()));
        }
        if (!tenure.get().key().signed(checkpoint)) {
            return Optional.of(new KeyFlaw.Unsigned(size, tenure.get().key()));
        }
        return tenures.stream()
                .map(Tenure::key)
                .filter(key -> key.spoils(checkpoint))
                .<KeyFlaw>map(key -> new KeyFlaw.WrongSignature(size, key))
                .findFirst();
    }

    /** Returns the first break in the chain of keys; empty if the key in force before each key introduced it. */
    public Optional<KeyFlaw> flaw() {
        return tenures.stream().map(this::flaw).flatMap(Optional::stream).findFirst();
    }

    /**
     * Returns why the given key is not linked to the Ed25519 key in force before it; empty if it is, and for the first
     * key.
     */
    public Optional<KeyFlaw> flaw(Tenure tenure) {
        return flaw(tenure, false);
    }

    /**
     * Like {@link #flaw(Tenure)}, but for a key that the caller trusts for another reason. The key must have signed its
     * own rotation statement; the previous key need not have.
     */
    public Optional<KeyFlaw> flawUnendorsed(Tenure tenure) {
        return flaw(tenure, true);
    }

    private Optional<KeyFlaw> flaw(Tenure tenure, boolean believed) {
        var before = tenures.subList(0, tenures.indexOf(tenure)).reversed().stream()
                .map(Tenure::key)
                .filter(key -> key.type() == SignatureType.ED25519)
                .findFirst();
        if (before.isPresent()) {
            return flaw(before.get(), tenure, believed);
        }
        return tenure.key().type() == SignatureType.ED25519
                ? Optional.empty()
                : Optional.of(new KeyFlaw.BeforeTheFirst(tenure.key()));
    }

    private static Optional<KeyFlaw> flaw(VerifierKey before, Tenure next, boolean believed) {
        if (next.statement() == null) {
            return Optional.of(new KeyFlaw.Unexplained(next.key()));
        }
        KeyRotation rotation;
        try {
            rotation = KeyRotation.parse(next.statement().text());
        } catch (MalformedLog e) {
            return Optional.of(new KeyFlaw.NoRotation(next.key(), e.why()));
        }
        if (!rotation.before().equals(before)
                || !rotation.next().equals(next.key())
                || rotation.size() + 1 != next.fromSize()) {
            return Optional.of(new KeyFlaw.OtherRotation(next.key()));
        }
        if (!next.key().signed(next.statement())) {
            return Optional.of(new KeyFlaw.NotItsOwn(next.key()));
        }
        return believed || next.isEndorsedBy(before)
                ? Optional.empty()
                : Optional.of(new KeyFlaw.Unendorsed(before, next.key()));
    }
}
