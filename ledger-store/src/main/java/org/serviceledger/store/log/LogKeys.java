package org.serviceledger.store.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys a log has been signed with, in their order: each for the sizes from its own on, until the next takes over. */
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
        return tenures.isEmpty() ? Optional.empty() : Optional.of(tenures.getLast());
    }

    /** The key before today's. */
    public Optional<Tenure> previous() {
        return tenures.size() < 2 ? Optional.empty() : Optional.of(tenures.get(tenures.size() - 2));
    }

    /** The key a checkpoint of this size has to be signed with. */
    public Optional<Tenure> inForce(long size) {
        return tenures.reversed().stream()
                .filter(tenure -> tenure.fromSize() <= size)
                .findFirst();
    }

    /** Why a checkpoint is not signed as it had to be; empty if it is. */
    public Optional<String> flaw(SignedNote checkpoint) {
        long size = Checkpoint.parse(checkpoint.text()).size();
        var tenure = inForce(size);
        if (tenure.isEmpty()) {
            return Optional.of("no key was in force at size %d".formatted(size));
        }
        return tenure.get().key().signed(checkpoint)
                ? Optional.empty()
                : Optional.of("the checkpoint of %d events is not signed with %s, the key in force then"
                        .formatted(size, tenure.get().key()));
    }

    /** Why the keys do not follow from each other; empty if each was brought in by the one before. */
    public Optional<String> flaw() {
        for (int i = 1; i < tenures.size(); i++) {
            var flaw = flaw(tenures.get(i - 1), tenures.get(i));
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> flaw(Tenure before, Tenure next) {
        if (next.statement() == null) {
            return Optional.of("nothing says how %s became the log's key".formatted(next.key()));
        }
        var rotation = KeyRotation.parse(next.statement().text());
        if (!rotation.before().equals(before.key())
                || !rotation.next().equals(next.key())
                || rotation.size() + 1 != next.fromSize()) {
            return Optional.of("the rotation to %s speaks of other keys or sizes".formatted(next.key()));
        }
        if (!next.key().signed(next.statement())) {
            return Optional.of("%s did not sign its own coming into force".formatted(next.key()));
        }
        return next.isEndorsedBy(before.key())
                ? Optional.empty()
                : Optional.of("%s did not endorse %s, which followed it: it was lost, or somebody else put the next in"
                        .formatted(before.key(), next.key()));
    }
}
