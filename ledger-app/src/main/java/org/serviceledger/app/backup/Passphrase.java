package org.serviceledger.app.backup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;
import org.serviceledger.app.backup.BackupManifest.Encryption;

/** The master key of a backup. Each file is encrypted with a key of its own, derived from it. */
final class Passphrase {

    private static final int COST = 1 << 15;
    private static final int BLOCK = 8;
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec master;

    private Passphrase(SecretKeySpec master) {
        this.master = master;
    }

    static Encryption fresh() {
        var salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return new Encryption("scrypt", HexFormat.of().formatHex(salt), COST, BLOCK, 1);
    }

    static Passphrase of(String text, Encryption how) {
        var key = SCrypt.generate(
                text.getBytes(StandardCharsets.UTF_8),
                HexFormat.of().parseHex(how.salt()),
                how.n(),
                how.r(),
                how.p(),
                KEY_BYTES);
        return new Passphrase(new SecretKeySpec(key, "HmacSHA256"));
    }

    /** Derives the key of one file. The file's name is part of the derivation, so one file cannot replace another. */
    SecretKeySpec keyOf(String file, byte[] nonce) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(master);
        mac.update(nonce);
        return new SecretKeySpec(mac.doFinal(file.getBytes(StandardCharsets.UTF_8)), "AES");
    }
}
