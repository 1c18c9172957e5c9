package org.serviceledger.store.publication;

import java.time.Duration;
import java.util.Optional;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.VerifierKey;

/** The private keys with which a process can sign the log. */
public interface LogKeyRing {

    /** The name that the log is to have (its origin). */
    String origin();

    /** The log's own key; empty if it is missing. */
    Optional<NoteSigner> held();

    /** The log's own key, which is made if it is missing. Only for a log that was never signed. */
    NoteSigner made();

    /** The signer for this key; empty if the ring does not hold the key. */
    Optional<NoteSigner> signer(VerifierKey key);

    /** A key of another kind that signs in addition to the log's own key; empty if none is configured. */
    default Optional<NoteSigner> beside() {
        return Optional.empty();
    }

    /**
     * How long the previous key goes on signing after a new one was added, for verifiers that know only the previous
     * key.
     */
    Duration overlap();

    /** Where the key is kept. Shown to the operator who has to put it there. */
    String place();

    /** Returns a ring with one key that never changes. */
    static LogKeyRing of(NoteSigner signer) {
        return new OneKey(signer);
    }

    /** A ring with one key on it. */
    record OneKey(NoteSigner only) implements LogKeyRing {

        @Override
        public String origin() {
            return only.verifier().name();
        }

        @Override
        public Optional<NoteSigner> held() {
            return Optional.of(only);
        }

        @Override
        public NoteSigner made() {
            return only;
        }

        @Override
        public Optional<NoteSigner> signer(VerifierKey key) {
            return held().filter(signer -> signer.verifier().equals(key));
        }

        @Override
        public Duration overlap() {
            return Duration.ZERO;
        }

        @Override
        public String place() {
            return "memory";
        }
    }
}
