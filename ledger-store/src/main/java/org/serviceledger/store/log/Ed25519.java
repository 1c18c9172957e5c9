package org.serviceledger.store.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) signatures and keys as raw bytes, the encoding that notes use. */
final class Ed25519 {

    static final int SIGNATURE_BYTES = 64;

    private static final String NAME = "Ed25519";
    private static final int KEY_BYTES = 32;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    static byte[] sign(PrivateKey key, String text) throws GeneralSecurityException {
        var signing = Signature.getInstance(NAME);
        signing.initSign(key);
        signing.update(text.getBytes(StandardCharsets.UTF_8));
        return signing.sign();
    }

    static boolean verifies(PublicKey key, String text, byte[] signature) {
        try {
            var verification = Signature.getInstance(NAME);
            verification.initVerify(key);
            verification.update(text.getBytes(StandardCharsets.UTF_8));
            return verification.verify(signature);
        } catch (SignatureException _) {
            return false; // the bytes are not an encoded signature
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key is not one of Ed25519", e);
        }
    }

    static byte[] bytes(PublicKey key) {
        var encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }

    static PublicKey key(byte[] bytes) throws GeneralSecurityException {
        if (bytes.length != KEY_BYTES) {
            throw new InvalidKeyException("an Ed25519 key has %d bytes, not %d".formatted(KEY_BYTES, bytes.length));
        }
        var encoded = ByteBuffer.allocate(X509_PREFIX.length + KEY_BYTES)
                .put(X509_PREFIX)
                .put(bytes)
                .array();
        var key = KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
        Signature.getInstance(NAME).initVerify(key); // the first call to reject bytes that are no point on the curve
        return key;
    }
}
