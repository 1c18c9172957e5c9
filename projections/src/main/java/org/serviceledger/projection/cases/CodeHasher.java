package org.serviceledger.projection.cases;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.cases.CaseId;

/**
 * Hashes the codes with which applicants ask for progress (查询码): HMAC-SHA-256 of case and code. Documents hold the hash
 * instead of the code. A code has six digits, so a hash without a key would hide nothing.
 */
public final class CodeHasher {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;

    private final SecretKeySpec key;

    /**
     * Creates a hasher. Every node, every rebuild and every check of documents must use the same key.
     *
     * @param key at least 32 bytes
     * @throws IllegalArgumentException if the key is shorter
     */
    public CodeHasher(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "the key has %d bytes, fewer than %d".formatted(key.length, SHORTEST_KEY));
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * Returns the hash in hexadecimal. The same code of two cases yields different hashes; upper and lower case are
     * equal.
     */
    String hash(CaseId of, String code) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var text = of.value() + "\n" + code.toUpperCase(Locale.ROOT);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /**
     * Returns whether the code belongs to the case. Compares in constant time, so that response times do not reveal how
     * much of a guess is right.
     */
    public boolean isCodeOf(CaseDocument document, String given) {
        @Nullable String hash = document.progressCodeHash();
        return hash != null
                && MessageDigest.isEqual(
                        hash.getBytes(StandardCharsets.US_ASCII),
                        hash(document.caseId(), given).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "CodeHasher";
    }
}
