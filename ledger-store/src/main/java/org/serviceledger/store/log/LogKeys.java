package org.serviceledger.store.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys a log has been signed with, in their order: each for the sizes from its own on, until the next of its kind takes
 * over. Those of {@link SignatureType#ED25519} are the log's; one of another kind signs beside them.
 */
public record LogKeys(List<Tenure> tenures) {

    public LogKeys {
        tenures = List.copyOf(tenures);
    }

    /**
     * One key's time.
     *
     * @param fromSize the smallest checkpoint that had to be signed with it
     * @param statement the {@link KeyRotation} by which it came in, signed; null for the first
     */
    public record Tenure(
            VerifierKey key,
            long fromSize,
            Instant since,
            @Nullable SignedNote statement) {

        /** Whether the key before says so itself; not for the first, nor after the loss of the one before. */
        public boolean isEndorsedBy(VerifierKey before) {
            return statement != null && before.signed(statement);
        }
    }

    /** The key checkpoints are signed with today. */
    public Optional<Tenure> current() {
        return current(SignatureType.ED25519);
    }

    /** The key of a kind that signs today. */
    public Optional<Tenure> current(SignatureType type) {
        return of(type).reversed().stream().findFirst();
    }

    /** The key before today's. */
    public Optional<Tenure> previous() {
        return of(SignatureType.ED25519).reversed().stream().skip(1).findFirst();
    }

    /** The keys of a kind. */
    public List<Tenure> of(SignatureType type) {
        return tenures.stream().filter(tenure -> tenure.key().type() == type).toList();
    }

    /** The key a checkpoint of this size has to be signed with. */
    public Optional<Tenure> inForce(long size) {
        return of(SignatureType.ED25519).reversed().stream()
                .filter(tenure -> tenure.fromSize() <= size)
                .findFirst();
    }

    /**
     * Why a checkpoint is not signed as it had to be; empty if it is. The key's name is the log's origin
     * (c2sp.org/tlog-checkpoint): what a key signs for a log of another name, such as the one ours has taken since, is not ours.
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

    /** Why the keys do not follow from each other; empty if each was brought in by the one in force before. */
    public Optional<KeyFlaw> flaw() {
        return tenures.stream().map(this::flaw).flatMap(Optional::stream).findFirst();
    }

    /** Why one of the keys does not follow from the one that was in force before it; empty for the first. */
    public Optional<KeyFlaw> flaw(Tenure tenure) {
        return flaw(tenure, false);
    }

    /** The same of a key believed for another reason: it must have signed how it came in, but none need have endorsed it. */
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
