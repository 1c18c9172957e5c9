package org.serviceledger.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    /** A note that other implementations accept. */
    private static final String NOTE = """
            ledger.example.gov.cn
            70000
            9eiidXQ8H6mzaM9pjRcobU82nn/3mXT+NU1yuYFD1Jg=

            \u2014 ledger.example.gov.cn /vUe035vaW5BBkRyMi5qdrHUUVslLfqCwjB1vk8dQUbiHDigRN22ncb+vP1EmYVDMOXVanLJApy/+9SNYbh3sLV7vww=
            """;

    private static final String KEY = "ledger.example.gov.cn+fef51ed3+AYy/rwg/P2CueE4W2Kt3q+lYOwsHpRUjXR5vpb9a8ai2";

    @Test
    void aNoteOfOthersIsReadAndChecked() {
        var note = SignedNote.parse(NOTE);
        var key = VerifierKey.parse(KEY);

        assertThat(key.signed(note)).isTrue();
        assertThat(key).hasToString(KEY);
        assertThat(note).hasToString(NOTE);
        assertThat(Checkpoint.parse(note.text()))
                .isEqualTo(new Checkpoint(
                        "ledger.example.gov.cn",
                        70_000,
                        TreeHash.ofBase64("9eiidXQ8H6mzaM9pjRcobU82nn/3mXT+NU1yuYFD1Jg=")));
        assertThat(Checkpoint.parse(note.text()).text()).isEqualTo(note.text());
    }

    @Test
    void aTextThatWasChangedIsNotSigned() {
        var changed = SignedNote.parse(NOTE.replace("70000", "70001"));

        assertThat(VerifierKey.parse(KEY).signed(changed)).isFalse();
    }

    @Test
    void whatOneSignsTheOtherVerifies() {
        var ours = NewSigner.log("hall.example");
        var others = NewSigner.log("inspector.example");

        var note = ours.sign("一份记录\n").with(others.sign("一份记录\n").signatures());
        var read = SignedNote.parse(note.toString());

        assertThat(ours.verifier().signed(read)).isTrue();
        assertThat(others.verifier().signed(read)).isTrue();
        assertThat(NewSigner.log("hall.example").verifier().signed(read)).isFalse();
        assertThat(VerifierKey.parse(ours.verifier().toString()).signed(read)).isTrue();
    }

    /** A second, valid signature of the same key does not make up for an invalid one. */
    @Test
    void oneWrongSignatureOfAKeySpoilsTheNote() {
        var ours = NewSigner.log("hall.example");
        var right = ours.sign("text\n").signatures().getFirst();
        var wrong = ours.sign("another text\n").signatures().getFirst();

        assertThat(ours.verifier().signed(new SignedNote("text\n", List.of(right, wrong))))
                .isFalse();
        assertThat(ours.verifier().signed(new SignedNote("text\n", List.of(right))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 name AAAAAAE=",
                "text\n\n- name AAAAAAE=\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014  AAAAAAE=\n",
                "text\n\n\u2014 na+me AAAAAAE=\n",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014 name ????\n",
                "te\txt\n\n\u2014 name AAAAAAE=\n",
                "te\rxt\n\n\u2014 name AAAAAAE=\n",
                "text\n\n\u2014 name AAAAAAE=\r\n",
                "text\n\n\u2014 name AAAAAAE=\r\u2014 other AAAAAAE=\n",
            })
    void whatIsNoNoteIsRefused(String note) {
        assertThatExceptionOfType(MalformedLog.class).isThrownBy(() -> SignedNote.parse(note));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThatExceptionOfType(MalformedLog.class)
                .isThrownBy(() -> SignedNote.parse(new byte[] {(byte) 0xff, '\n', '\n'}))
                .withMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ledger.example.gov.cn",
                "ledger.example.gov.cn+fef51ed4+AYy/rwg/P2CueE4W2Kt3q+lYOwsHpRUjXR5vpb9a8ai2",
                "ledger.example.gov.com+fef51ed3+AYy/rwg/P2CueE4W2Kt3q+lYOwsHpRUjXR5vpb9a8ai2",
                "ledger.example.gov.cn+fef51ed3+Aoy/rwg/P2CueE4W2Kt3q+lYOwsHpRUjXR5vpb9a8ai2",
                "ledger.example.gov.cn+fef51ed3+AYy/",
                "ledger.example.gov.cn+fef51ed3+?",
            })
    void whatIsNoVerifierKeyIsRefused(String key) {
        assertThatExceptionOfType(MalformedLog.class).isThrownBy(() -> VerifierKey.parse(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "origin\n",
                "origin\n5\n",
                "origin\n5\n9eiidXQ8H6mzaM9pjRcobU82nn/3mXT+NU1yuYFD1Jg=",
                "origin\n05\n9eiidXQ8H6mzaM9pjRcobU82nn/3mXT+NU1yuYFD1Jg=\n",
                "origin\n-5\n9eiidXQ8H6mzaM9pjRcobU82nn/3mXT+NU1yuYFD1Jg=\n",
                "origin\n9999999999999999999\n9eiidXQ8H6mzaM9pjRcobU82nn/3mXT+NU1yuYFD1Jg=\n",
                "origin\n5\n9eiidXQ8H6mzaM9pjRcobU82nn/3mXT+NU1yuYFD1J==\n",
                "origin\n0\n9eiidXQ8H6mzaM9pjRcobU82nn/3mXT+NU1yuYFD1Jg=\n",
                "an origin\n5\n9eiidXQ8H6mzaM9pjRcobU82nn/3mXT+NU1yuYFD1Jg=\n",
                "origin\n5\n9eiidXQ8H6mzaM9pjRcobU82nn/3mXT+NU1yuYFD1Jg=\n\n",
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatExceptionOfType(MalformedLog.class).isThrownBy(() -> Checkpoint.parse(text));
    }
}
