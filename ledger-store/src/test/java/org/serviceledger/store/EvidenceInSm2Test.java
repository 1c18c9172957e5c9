package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.store.Appends.several;
import static org.serviceledger.store.EvidenceLedger.check;
import static org.serviceledger.store.EvidenceLedger.facts;
import static org.serviceledger.store.EvidenceLedger.findings;
import static org.serviceledger.store.EvidenceLedger.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.serviceledger.store.EvidenceLedger.Ended;
import org.serviceledger.store.evidence.BundleReport;
import org.serviceledger.store.evidence.EvidenceBundle;
import org.serviceledger.store.log.NewSigner;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.SignedNote;

/**
 * A bundle whose checkpoint has an SM2 signature: our check and the recipe with OpenSSL both verify it with the key.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceInSm2Test {

    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final NoteSigner LOG = NewSigner.log("log.example");
    private static final NoteSigner SM2 = NewSigner.sm2("log.example");
    private static final NoteSigner FORGER = NewSigner.sm2("log.example");

    private final EvidenceLedger ledger = new EvidenceLedger(LOG);

    @TempDir
    private static Path directory;

    private String text = "";

    @BeforeAll
    void append() {
        ledger.append(several("case-7", 0, 3));
        text = ledger.checkpoint();
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void bothSignaturesAreHeldAgainstTheirKeys() throws IOException {
        var bundle = bundle(List.of(LOG, SM2), LOG, SM2);

        sound(check(bundle, LOG, SM2), "signed by the log: " + SM2.verifier());
        sound(recipe(bundle, LOG, SM2), "signed by " + SM2.verifier());
    }

    @Test
    void whoHasTheOtherKeyAloneIsToldThatNothingVouchesForThisOne() throws IOException {
        var bundle = bundle(List.of(LOG, SM2), LOG, SM2);

        sound(check(bundle, LOG), "with a key that is inside the bundle alone: " + SM2.verifier());
        sound(recipe(bundle, LOG), "Not vouched for: the SM2 key");
        sound(check(bundle), "TRUSTED: the keys inside the bundle");
        sound(recipe(bundle), "TRUSTED: the keys inside the bundle");
    }

    @Test
    void aForgedLineIsFoundWhicheverKeysAreAtHand() throws IOException {
        var bundle = bundle(List.of(LOG, SM2), LOG.signature(text, AT), inTheNameOf(SM2, FORGER));

        var wrong = "is wrong";
        for (var trusted : List.of(new NoteSigner[] {LOG, SM2}, new NoteSigner[] {LOG}, new NoteSigner[] {})) {
            unsound(check(bundle, trusted), wrong);
            unsound(recipe(bundle, trusted), "WRONG checkpoint: the signature of " + SM2.verifier() + " is wrong");
        }
    }

    @Test
    void aLineTakenAwayIsMissed() throws IOException {
        var bundle = bundle(List.of(LOG, SM2), LOG);

        for (var trusted : List.of(new NoteSigner[] {LOG, SM2}, new NoteSigner[] {LOG}, new NoteSigner[] {})) {
            unsound(check(bundle, trusted), "checkpoint: is not signed with the key " + SM2.verifier());
            unsound(recipe(bundle, trusted), "WRONG checkpoint: is not signed by " + SM2.verifier());
        }
    }

    @Test
    void aForgersOwnKeyIsFoundByWhoHasTheRightOne() throws IOException {
        var bundle = bundle(List.of(LOG, FORGER), LOG, FORGER);

        unsound(check(bundle, LOG, SM2), "checkpoint: is not signed with the key " + SM2.verifier());
        unsound(recipe(bundle, LOG, SM2), "WRONG checkpoint: is not signed by " + SM2.verifier());
    }

    @Test
    void aLineWithoutItsKeyIsPassedOverAsTheNoteFormatSays() throws IOException {
        var bundle = bundle(List.of(LOG), LOG, SM2);

        assertThat(findings(check(bundle, LOG))).isEmpty();
        assertThat(facts(check(bundle, LOG))).noneMatch(fact -> fact.contains("SM2"));
        sound(recipe(bundle, LOG), "all is as it should be");
    }

    /** The same check with the OpenSSL commands from the README, without the recipe. */
    @Test
    void opensslAloneVerifiesTheLine() throws IOException {
        var typed = Base64.getDecoder().decode(SM2.verifier().toString().split("\\+", 3)[2]);
        var head = HexFormat.of().parseHex("3059301306072a8648ce3d020106082a811ccf5501822d034200");
        var key = new byte[head.length + 65];
        System.arraycopy(head, 0, key, 0, head.length);
        System.arraycopy(typed, 30, key, head.length, 65);
        var place = Files.createTempDirectory(directory, "openssl");
        Files.write(place.resolve("key"), key);
        Files.write(place.resolve("sig"), SM2.signature(text, AT).signature());
        var command = List.of(
                "openssl",
                "pkeyutl",
                "-verify",
                "-pubin",
                "-keyform",
                "DER",
                "-inkey",
                "key",
                "-rawin",
                "-in",
                "text",
                "-sigfile",
                "sig",
                "-digest",
                "sm3",
                "-pkeyopt",
                "distid:1234567812345678");

        Files.writeString(place.resolve("text"), text);
        assertThat(run(place, command).exitCode()).isZero();
        Files.writeString(place.resolve("text"), text.replace("log.example", "log.exampel"));
        assertThat(run(place, command).exitCode()).isNotZero();
    }

    private Path bundle(List<NoteSigner> keys, NoteSigner... signing) throws IOException {
        return bundle(
                keys,
                Stream.of(signing).map(signer -> signer.signature(text, AT)).toArray(SignedNote.Signature[]::new));
    }

    private Path bundle(List<NoteSigner> keys, SignedNote.Signature... signatures) throws IOException {
        return ledger.write(
                Files.createTempFile(directory, "bundle", ".zip"),
                new EvidenceBundle(
                        "case-7",
                        Optional.of("<!DOCTYPE html>"),
                        List.of(0L, 1L, 2L),
                        Set.of(),
                        new SignedNote(text, List.of(signatures)),
                        keys.stream().map(NoteSigner::verifier).toList()));
    }

    private SignedNote.Signature inTheNameOf(NoteSigner claimed, NoteSigner signing) {
        return new SignedNote.Signature(
                claimed.verifier().name(),
                claimed.verifier().id(),
                signing.signature(text, AT).signature());
    }

    private static Ended recipe(Path bundle, NoteSigner... trusted) throws IOException {
        var unpacked = Unzipped.of(bundle).unpackTo(Files.createTempDirectory(directory, "unpacked"));
        return EvidenceLedger.recipe(unpacked, trusted);
    }

    private static void sound(BundleReport report, String fact) {
        assertThat(findings(report)).isEmpty();
        assertThat(facts(report)).anyMatch(each -> each.contains(fact));
    }

    private static void sound(Ended recipe, String line) {
        assertThat(recipe.exitCode()).as(recipe.output()).isZero();
        assertThat(recipe.output()).contains(line);
    }

    private static void unsound(BundleReport report, String finding) {
        assertThat(findings(report)).singleElement().asString().contains(finding);
    }

    private static void unsound(Ended recipe, String line) {
        assertThat(recipe.exitCode()).as(recipe.output()).isEqualTo(1);
        assertThat(recipe.output()).contains(line);
    }
}
