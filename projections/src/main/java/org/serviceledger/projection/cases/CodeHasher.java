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
 * What documents hold in place of the codes that applicants ask for progress with (查询码): HMAC-SHA-256 of case and code. A
 * code has six digits, so that without the key nothing would be hidden.
 */
public final class CodeHasher {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;

    private final SecretKeySpec key;

    /** Every node, every rebuild and every check of documents must be given the same key. */
    public CodeHasher(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "the key has %d bytes, fewer than %d".formatted(key.length, SHORTEST_KEY));
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Two cases with the same code have different hashes; capital and small letters make no difference. */
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

    /** In constant time, so that the clock tells nothing of how much of a guess was right. */
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
