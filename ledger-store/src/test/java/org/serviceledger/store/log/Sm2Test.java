package org.serviceledger.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sm2Test {

    /** Key, message and signature of GB/T 32918.5, annex A.2. */
    private static final String X = "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020";

    private static final String Y = "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
    private static final String R = "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3";
    private static final String S = "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @Test
    void theStandardsExampleVerifiesAndNothingElse() throws Exception {
        var key = Sm2.key(HEX.parseHex("04" + X + Y));
        var signature = der(R, S);

        assertThat(Sm2.verifies(key, "message digest", signature)).isTrue();
        assertThat(Sm2.verifies(key, "message digesu", signature)).isFalse();
        assertThat(Sm2.verifies(key, "message digest", der(S, R))).isFalse();
        assertThat(Sm2.verifies(key, "message digest", der(R, R))).isFalse();
        assertThat(Sm2.verifies(key, "message digest", Arrays.copyOf(signature, 20)))
                .isFalse();
        assertThat(Sm2.verifies(key, "message digest", new byte[0])).isFalse();
        assertThat(HEX.formatHex(Sm2.bytes(key))).isEqualTo("04" + X + Y);
    }

    @Test
    void aNoteBearsBothKindsAndEachIsCheckedByItsKey() {
        var ed25519 = NewSigner.log("log.example");
        var sm2 = NewSigner.sm2("log.example");
        var text = "log.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
        var at = Instant.now();
        var note = new SignedNote(text, List.of(ed25519.signature(text, at), sm2.signature(text, at)));

        var read = SignedNote.parse(note.toString());
        var sm2Key = VerifierKey.parse(sm2.verifier().toString());
        assertThat(sm2Key).isEqualTo(sm2.verifier());
        assertThat(read.signers(List.of(ed25519.verifier(), sm2Key))).containsExactly(ed25519.verifier(), sm2Key);
        assertThat(read.signers(List.of(ed25519.verifier())))
                .as("who knows no SM2")
                .hasSize(1);
        assertThat(sm2Key.id()).isNotEqualTo(ed25519.verifier().id());
    }

    @Test
    void aWrongSignatureSpoilsTheNoteForThoseWhoKnowTheKey() {
        var sm2 = NewSigner.sm2("log.example");
        var wrong = new SignedNote("text\n", List.of(sm2.signature("other\n", Instant.now())));

        assertThat(sm2.verifier().signed(wrong)).isFalse();
        assertThatExceptionOfType(MalformedLog.class).isThrownBy(() -> wrong.signers(List.of(sm2.verifier())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "02", "04", "04" + X, "04" + X + X, "04" + Y + X, "02" + X})
    void whatIsNoPointIsNoKey(String hex) {
        assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> Sm2.key(HEX.parseHex(hex)));
    }

    private static byte[] der(String r, String s) throws Exception {
        var numbers = new DERSequence(
                new ASN1Integer[] {new ASN1Integer(new BigInteger(r, 16)), new ASN1Integer(new BigInteger(s, 16))});
        return numbers.getEncoded();
    }
}
