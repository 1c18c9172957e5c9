package org.serviceledger.app.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a stream: a nonce of 16 bytes, then chunks of 64 KB, each authenticated separately (AES-256-GCM). The nonce
 * of a chunk contains its number and whether it is the last, so chunks cannot be reordered, dropped or truncated
 * undetected.
 */
final class SealedOutput extends OutputStream {

    private final OutputStream out;
    private final SecretKeySpec key;
    private final byte[] chunk = new byte[ChunkNonce.CHUNK];
    private int filled;
    private long number;
    private boolean closed;

    SealedOutput(OutputStream out, Passphrase passphrase, String file) throws IOException {
        this.out = out;
        var nonce = new byte[ChunkNonce.FILE];
        new SecureRandom().nextBytes(nonce);
        try {
            this.key = passphrase.keyOf(file, nonce);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        out.write(nonce);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        while (at < from + length) {
            if (filled == chunk.length) {
                seal(false);
            }
            int more = Math.min(chunk.length - filled, from + length - at);
            System.arraycopy(bytes, at, chunk, filled, more);
            filled += more;
            at += more;
        }
    }

    private void seal(boolean isLast) throws IOException {
        try {
            out.write(ChunkNonce.cipher(Cipher.ENCRYPT_MODE, key, number++, isLast)
                    .doFinal(chunk, 0, filled));
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            seal(true);
            out.close();
        }
    }
}
