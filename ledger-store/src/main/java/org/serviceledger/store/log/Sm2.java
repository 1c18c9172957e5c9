package org.serviceledger.store.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECPublicKeySpec;

/**
 * SM2 signatures (GB/T 32918.2) with SM3 (国密), on the recommended curve and with the default signer id. The encoding is
 * that of GM/T 0009: a key is an uncompressed point, a signature two integers in DER. The JDK has no SM2, so this class
 * calls Bouncy Castle explicitly instead of registering it as a security provider.
 */
public final class Sm2 {

    private static final String ALGORITHM = "EC";
    private static final String SIGNATURE = "SM3withSM2";
    private static final String CURVE = "sm2p256v1";
    private static final int POINT_BYTES = 65;
    private static final byte UNCOMPRESSED = 0x04;
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private Sm2() {}

    public static KeyPair generate() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(ALGORITHM, PROVIDER);
        generator.initialize(new ECGenParameterSpec(CURVE));
        return generator.generateKeyPair();
    }

    /**
     * Decodes a key pair.
     *
     * @param privateKey in PKCS #8
     * @param publicKey in X.509
     */
    public static KeyPair pair(byte[] privateKey, byte[] publicKey) throws GeneralSecurityException {
        var keys = KeyFactory.getInstance(ALGORITHM, PROVIDER);
        return new KeyPair(
                keys.generatePublic(new X509EncodedKeySpec(publicKey)),
                keys.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
    }

    static byte[] sign(PrivateKey key, String text) throws GeneralSecurityException {
        var signing = Signature.getInstance(SIGNATURE, PROVIDER);
        signing.initSign(key);
        signing.update(text.getBytes(StandardCharsets.UTF_8));
        return signing.sign();
    }

    static boolean verifies(PublicKey key, String text, byte[] signature) {
        try {
            var verification = Signature.getInstance(SIGNATURE, PROVIDER);
            verification.initVerify(key);
            verification.update(text.getBytes(StandardCharsets.UTF_8));
            return verification.verify(signature);
        } catch (SignatureException _) {
            return false; // the bytes are not an encoded signature
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key is not one of SM2", e);
        }
    }

    static byte[] bytes(PublicKey key) {
        return ((ECPublicKey) key).getQ().getEncoded(false);
    }

    static PublicKey key(byte[] bytes) throws GeneralSecurityException {
        if (bytes.length != POINT_BYTES || bytes[0] != UNCOMPRESSED) {
            throw new InvalidKeyException("an SM2 key is a point without compression, %d bytes".formatted(POINT_BYTES));
        }
        try {
            var curve = ECNamedCurveTable.getParameterSpec(CURVE);
            var point = curve.getCurve().decodePoint(bytes);
            return KeyFactory.getInstance(ALGORITHM, PROVIDER).generatePublic(new ECPublicKeySpec(point, curve));
        } catch (IllegalArgumentException e) {
            throw new InvalidKeyException("no point of the SM2 curve", e);
        }
    }
}
