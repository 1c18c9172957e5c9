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

/** The signature types this program supports (c2sp.org/signed-note). Signature lines of other types are ignored. */
public enum SignatureType {

    /** An Ed25519 signature of a log over the note text alone. */
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

    /**
     * A witness's timestamped Ed25519 cosignature (c2sp.org/tlog-cosignature, cosignature/v1): the time in seconds
     * since the Unix epoch, eight bytes big-endian, then a signature over that time and the note text.
     */
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

    /**
     * A log's SM2 signature with SM3, the algorithms of China's cryptography law (国密). A log signs with it in addition
     * to Ed25519. The type is private to this program, so other verifiers ignore the line.
     */
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

    /**
     * Takes the signature type identifier in hex, the prefix of the encoded public key. Identifiers that the
     * specification does not assign begin with ff.
     */
    SignatureType(String identifier) {
        this.identifier = identifier;
    }

    /** Returns the signature bytes for the text. Types without a timestamp ignore the time. */
    abstract byte[] sign(PrivateKey key, String text, Instant at) throws GeneralSecurityException;

    /**
     * Returns whether the signature is valid for this text. Returns false if the bytes do not have the form of a
     * signature of this type.
     */
    abstract boolean verifies(PublicKey key, String text, byte[] signature);

    /** Returns the time of signing; empty for types without a timestamp. */
    Optional<Instant> time(byte[] signature) {
        return Optional.empty();
    }

    /** Returns the raw bytes of the public key, without the type identifier. */
    byte[] bytes(PublicKey key) {
        return Ed25519.bytes(key);
    }

    /** Decodes the raw bytes of a public key. */
    PublicKey ofBytes(byte[] bytes) throws GeneralSecurityException {
        return Ed25519.key(bytes);
    }

    /** Returns the key as a verifier key encodes it: type identifier, then raw public key. */
    byte[] typed(PublicKey key) {
        return HexFormat.of().parseHex(identifier + HexFormat.of().formatHex(bytes(key)));
    }

    /** Returns the signature type of an encoded key; empty if the type is unknown. */
    static Optional<SignatureType> of(byte[] typed) {
        var hex = HexFormat.of().formatHex(typed);
        return Arrays.stream(values())
                .filter(type -> hex.startsWith(type.identifier))
                .findFirst();
    }

    /** Decodes the public key of an encoded key of this type. Throws if the bytes are not such a key. */
    PublicKey key(byte[] typed) throws GeneralSecurityException {
        return ofBytes(Arrays.copyOfRange(typed, identifier.length() / 2, typed.length));
    }
}
