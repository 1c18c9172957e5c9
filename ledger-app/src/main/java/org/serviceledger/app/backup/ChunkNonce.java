package org.serviceledger.app.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Nonces of the chunks of a file: eight bytes with the chunk's number, three zero bytes, and a byte that is 1 for the
 * last chunk.
 */
final class ChunkNonce {

    static final int FILE = 16;
    static final int CHUNK = 64 << 10;
    static final int TAG = 16;

    private static final int NONCE = 12;

    private ChunkNonce() {}

    static Cipher cipher(int mode, SecretKeySpec key, long number, boolean isLast) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(NONCE).putLong(number);
        nonce.put(NONCE - 1, (byte) (isLast ? 1 : 0));
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce.array()));
        return cipher;
    }
}
