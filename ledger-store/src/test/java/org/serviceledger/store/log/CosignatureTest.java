package org.serviceledger.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CosignatureTest {

    /** The example checkpoint of the C2SP specification. */
    private static final String TEXT = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
            """;

    private static final Instant AT = Instant.ofEpochSecond(1_679_315_147);

    /** The first key pair of RFC 8032 §7.1. OpenSSL made the signature. */
    private static final String KEY = "witness.example.com/w1+7e6f4aaa+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";

    private static final String SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private static final String LINE =
            "\u2014 witness.example.com/w1 fm9KqgAAAABkGFDL+TPmh4BYuAjsYRoqMJCWb/gWJaeRF/kmm5tlCr9sJ57DLErur7K0yDXc2ArN+TIuotuB/HbuL3AJsp3bv/aNCQ==\n";

    @Test
    void whatOthersCosignedIsVerified() {
        var note = SignedNote.parse(TEXT + "\n" + LINE);
        var key = VerifierKey.parse(KEY);

        assertThat(key.type()).isEqualTo(SignatureType.COSIGNATURE);
        assertThat(key.signed(note)).isTrue();
        assertThat(key.signedAt(note)).contains(AT);
        assertThat(key).hasToString(KEY);
    }

    @Test
    void whatWeCosignIsWhatOthersWould() throws GeneralSecurityException {
        var signer = new NoteSigner(VerifierKey.parse(KEY), privateKey());

        assertThat(signer.signature(TEXT, AT).line()).isEqualTo(LINE);
    }

    /** The key belongs to a witness of the public network. */
    @Test
    void theKeyOfAPublicWitnessIsRead() {
        var line = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";

        assertThat(VerifierKey.parse(line)).hasToString(line);
        assertThat(VerifierKey.parse(line).type()).isEqualTo(SignatureType.COSIGNATURE);
    }

    @Test
    void anotherTextOrTimeOrLengthIsNotCosigned() {
        var key = VerifierKey.parse(KEY);
        var signature = SignedNote.Signature.parse(LINE.strip());

        assertThat(key.signed(new SignedNote(TEXT.replace("163", "164"), List.of(signature))))
                .isFalse();
        for (int at = 0; at < signature.signature().length; at++) {
            var changed = signature.signature().clone();
            changed[at] ^= 1;
            assertThat(key.signed(note(signature.name(), signature.keyId(), changed)))
                    .isFalse();
        }
        for (int length : new int[] {1, 8, 64, 71}) {
            var cut = Arrays.copyOf(signature.signature(), length);
            assertThat(key.signed(note(signature.name(), signature.keyId(), cut)))
                    .isFalse();
        }
    }

    /** The same public key has another key id as a log's key, and its log signatures do not count as cosignatures. */
    @Test
    void aSignatureOfALogIsNoCosignature() throws GeneralSecurityException {
        var witness = VerifierKey.parse(KEY);
        var log = new VerifierKey(witness.name(), witness.key());
        var note = new NoteSigner(log, privateKey()).sign(TEXT);
        var signature = note.signatures().getFirst();

        assertThat(log.id()).isNotEqualTo(witness.id());
        assertThat(log.signed(note)).isTrue();
        assertThat(witness.signed(note)).isFalse();
        assertThat(witness.signed(note(witness.name(), witness.id(), signature.signature())))
                .isFalse();
        assertThat(log.signed(SignedNote.parse(TEXT + "\n" + LINE))).isFalse();
        assertThat(log.signedAt(note)).isEmpty();
    }

    @Test
    void keysNobodyKnowsAreIgnoredAndAWrongSignatureOfAKnownOneSpoilsTheNote() {
        var known = VerifierKey.parse(KEY);
        var cosigned = SignedNote.parse(TEXT + "\n" + LINE);
        var stranger = NewSigner.witness("stranger.example");
        var both = cosigned.with(List.of(stranger.signature(TEXT, AT)));
        var wrong = new SignedNote.Signature(known.name(), known.id(), new byte[72]);

        assertThat(both.signers(List.of(known))).containsExactly(known);
        assertThat(both.signers(List.of(known, stranger.verifier()))).containsExactly(known, stranger.verifier());
        assertThat(both.signers(List.of())).isEmpty();
        assertThat(known.signed(both.with(List.of(wrong)))).isFalse();
        assertThatExceptionOfType(MalformedLog.class)
                .isThrownBy(() -> both.with(List.of(wrong)).signers(List.of(known, stranger.verifier())))
                .withMessageContaining(known.name());
        assertThat(both.with(List.of(wrong)).signers(List.of(stranger.verifier())))
                .containsExactly(stranger.verifier());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // in order: unassigned signature type; ML-DSA; only a type; too short; key id of another type; no point
                // on the curve
                "witness.example.com/w1+7e6f4aaa+CddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
                "witness.example.com/w1+7e6f4aaa+BtdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
                "witness.example.com/w1+7e6f4aaa+BA==",
                "witness.example.com/w1+7e6f4aaa+BNdamAGC",
                "witness.example.com/w1+7e6f4aaa+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
                "witness.example.com/w1+7e6f4aaa+BP//////////////////////////////////////////",
            })
    void whatIsNoKeyOfAWitnessIsRefused(String key) {
        assertThatExceptionOfType(MalformedLog.class).isThrownBy(() -> VerifierKey.parse(key));
    }

    private static SignedNote note(String name, int keyId, byte[] signature) {
        return new SignedNote(TEXT, List.of(new SignedNote.Signature(name, keyId, signature)));
    }

    private static PrivateKey privateKey() throws GeneralSecurityException {
        var encoded = HexFormat.of().parseHex("302e020100300506032b657004220420" + SEED);
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }
}
