package org.serviceledger.store.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The kinds of signatures a note can bear (c2sp.org/signed-note, signature types); a line of another kind is passed over. */
public enum SignatureType {

    /** A log's: over the text and nothing else. */
    ED25519("01") {
        @Override
        byte[] sign(PrivateKey key, String text, Instant at) throws GeneralSecurityException {
            return Ed25519.sign(key, text);
        }

        @Override
        boolean verifies(PublicKey key, String text, byte[] signature) {
            return Ed25519.verifies(key, text, signature);
        }
    },

    /** A witness's (c2sp.org/tlog-cosignature, v1): eight bytes of seconds, and a signature over them and the text. */
    COSIGNATURE("04") {
        @Override
        byte[] sign(PrivateKey key, String text, Instant at) throws GeneralSecurityException {
            long seconds = at.getEpochSecond();
            return ByteBuffer.allocate(Long.BYTES + Ed25519.SIGNATURE_BYTES)
                    .putLong(seconds)
                    .put(Ed25519.sign(key, cosigned(seconds, text)))
                    .array();
        }

        @Override
        boolean verifies(PublicKey key, String text, byte[] signature) {
            if (signature.length != Long.BYTES + Ed25519.SIGNATURE_BYTES) {
                return false;
            }
            long seconds = ByteBuffer.wrap(signature).getLong();
            var signed = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
            return seconds >= 0 && Ed25519.verifies(key, cosigned(seconds, text), signed);
        }

        @Override
        Optional<Instant> time(byte[] signature) {
            return signature.length < Long.BYTES
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochSecond(
                            Math.clamp(ByteBuffer.wrap(signature).getLong(), 0, Instant.MAX.getEpochSecond())));
        }

        private static String cosigned(long seconds, String text) {
            return "cosignature/v1\ntime " + seconds + "\n" + text;
        }
    },

    /** A log's in the algorithms of China's cryptography law (国密), beside its own; others pass it over. */
    SM2("ff" + HexFormat.of().formatHex("sm2-sm3.service-record-ledger".getBytes(StandardCharsets.US_ASCII))) {
        @Override
        byte[] sign(PrivateKey key, String text, Instant at) throws GeneralSecurityException {
            return Sm2.sign(key, text);
        }

        @Override
        boolean verifies(PublicKey key, String text, byte[] signature) {
            return Sm2.verifies(key, text, signature);
        }

        @Override
        byte[] bytes(PublicKey key) {
            return Sm2.bytes(key);
        }

        @Override
        PublicKey ofBytes(byte[] bytes) throws GeneralSecurityException {
            return Sm2.key(bytes);
        }
    };

    private final String identifier;

    /** In hex: what tells this kind from others in keys and their ids; a kind of our own begins with ff. */
    SignatureType(String identifier) {
        this.identifier = identifier;
    }

    /** What is put beneath a text at a moment. */
    abstract byte[] sign(PrivateKey key, String text, Instant at) throws GeneralSecurityException;

    /** Whether that is beneath this text by right; false also for what has not even the shape of such a signature. */
    abstract boolean verifies(PublicKey key, String text, byte[] signature);

    /** When it was signed, for signatures that tell. */
    Optional<Instant> time(byte[] signature) {
        return Optional.empty();
    }

    /** The key by itself. */
    byte[] bytes(PublicKey key) {
        return Ed25519.bytes(key);
    }

    /** The key in such bytes. */
    PublicKey ofBytes(byte[] bytes) throws GeneralSecurityException {
        return Ed25519.key(bytes);
    }

    /** The key as verifier keys carry it: what kind it is for, and its bytes. */
    byte[] typed(PublicKey key) {
        return HexFormat.of().parseHex(identifier + HexFormat.of().formatHex(bytes(key)));
    }

    /** What kind such bytes are for; empty if it is one we do not know. */
    static Optional<SignatureType> of(byte[] typed) {
        var hex = HexFormat.of().formatHex(typed);
        return Arrays.stream(values())
                .filter(type -> hex.startsWith(type.identifier))
                .findFirst();
    }

    /** The key in such bytes of this kind; throws if it is none. */
    PublicKey key(byte[] typed) throws GeneralSecurityException {
        return ofBytes(Arrays.copyOfRange(typed, identifier.length() / 2, typed.length));
    }
}
