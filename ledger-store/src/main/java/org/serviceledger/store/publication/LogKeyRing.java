package org.serviceledger.store.publication;

import java.time.Duration;
import java.util.Optional;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.VerifierKey;

/** The private keys a process has to sign the log with. */
public interface LogKeyRing {

    /** The name the log is to have. */
    String origin();

    /** The key that is there; none if it is missing. */
    Optional<NoteSigner> held();

    /** The key that is there, made if there is none: for a log that was never signed. */
    NoteSigner made();

    /** Signs with this key, if we have it. */
    Optional<NoteSigner> signer(VerifierKey key);

    /** A key of another kind that is to sign beside the log's own; none if there is to be none. */
    default Optional<NoteSigner> beside() {
        return Optional.empty();
    }

    /** How long the key before signs beside a new one, for those who know only that. */
    Duration overlap();

    /** Where the key is kept, for whoever has to put it there. */
    String place();

    /** One key and no other, for ever. */
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
