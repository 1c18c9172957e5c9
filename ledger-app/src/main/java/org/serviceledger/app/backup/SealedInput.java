package org.serviceledger.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.serviceledger.words.Words;

/**
 * Decrypts the output of {@link SealedOutput}. Reading throws {@link IOException} if any byte was changed or the end is
 * missing.
 */
final class SealedInput extends InputStream {

    private static final int NONE = -1;

    private final PushbackInputStream in;
    private final String file;
    private final SecretKeySpec key;
    private byte[] chunk = {};
    private int at;
    private long number;
    private boolean ended;

    SealedInput(InputStream in, Passphrase passphrase, String file) throws IOException {
        this.in = new PushbackInputStream(in);
        this.file = file;
        try {
            this.key = passphrase.keyOf(file, in.readNBytes(ChunkNonce.FILE));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? NONE : chunk[at++] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return NONE;
        }
        int more = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, bytes, from, more);
        at += more;
        return more;
    }

    private boolean isAtEnd() throws IOException {
        while (at == chunk.length && !ended) {
            open();
        }
        return at == chunk.length;
    }

    private void open() throws IOException {
        var sealed = in.readNBytes(ChunkNonce.CHUNK + ChunkNonce.TAG);
        int next = in.read();
        if (next == NONE) {
            ended = true;
        } else {
            in.unread(next);
        }
        try {
            chunk = ChunkNonce.cipher(Cipher.DECRYPT_MODE, key, number++, ended).doFinal(sealed);
            at = 0;
        } catch (GeneralSecurityException e) {
            throw new IOException(Words.say("console.backup.undecipherable", "file", file), e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
