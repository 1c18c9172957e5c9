package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.serviceledger.store.Appends.several;
import static org.serviceledger.store.EvidenceLedger.check;
import static org.serviceledger.store.EvidenceLedger.facts;
import static org.serviceledger.store.EvidenceLedger.findings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceledger.store.EvidenceLedger.Ended;
import org.serviceledger.store.evidence.Believed;
import org.serviceledger.store.evidence.BundleCheck;
import org.serviceledger.store.evidence.BundleReport;
import org.serviceledger.store.evidence.EvidenceBundle;
import org.serviceledger.store.evidence.UnreadableBundle;
import org.serviceledger.store.log.NewSigner;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.witness.WitnessPolicy;
import org.serviceledger.words.Language;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceBundleTest {

    private static final Instant COSIGNED = Instant.parse("2026-11-23T08:00:00Z");
    private static final NoteSigner LOG = NewSigner.log("log.example");
    private static final NoteSigner WITNESS = NewSigner.witness("witness.example");
    private static final NoteSigner STRANGER = NewSigner.log("log.example");

    private final EvidenceLedger ledger = new EvidenceLedger(LOG);

    @TempDir
    private static Path directory;

    private Path bundle = Path.of("");

    /** Appends three streams. The bundle holds all events of case-7 and an excerpt of case-9. */
    @BeforeAll
    void append() throws IOException {
        ledger.append(several("case-7", 0, 1));
        ledger.append(several("case-8", 0, 300));
        ledger.append(Appends.written("case-7", 1, "高龄津贴 \"2\" \u2028", Map.of("occurredAt", "2026-11-20T01:02:03Z")));
        ledger.append(several("case-7", 2, 2));
        ledger.append(several("case-9", 0, 5));
        bundle = write(directory.resolve("case-7.zip"), Optional.of("<!DOCTYPE html>"), LOG);
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    private Path write(Path file, Optional<String> page, NoteSigner signer) throws IOException {
        var text = ledger.checkpoint();
        var note = signer.sign(text).with(List.of(WITNESS.signature(text, COSIGNED)));
        return write(file, page, note);
    }

    private Path write(Path file, Optional<String> page, SignedNote note) throws IOException {
        var keys = List.of(LOG.verifier(), WITNESS.verifier());
        return ledger.write(
                file,
                new EvidenceBundle("case-7", page, List.of(0L, 301L, 302L, 303L, 305L), Set.of("case-9"), note, keys));
    }

    @Test
    void isSoundAsItIsWritten() {
        var report = check(bundle, LOG, WITNESS);

        assertThat(findings(report)).isEmpty();
        assertThat(facts(report))
                .containsExactly(
                        "about case-7: 5 events",
                        "checkpoint of log.example: 309 entries, root "
                                + ledger.log().root(309),
                        "signed by the log: " + LOG.verifier(),
                        "cosigned by the witness witness.example at 2026-11-23T08:00:00Z",
                        "chain.html is there to be read, and nothing vouches for it: what is checked stands in events/",
                        "5 of 5 events are in the log as they are shown");
        assertThat(report.facts())
                .extracting(fact -> fact.in(Language.CHINESE))
                .startsWith(
                        "关于 case-7：5 个事件",
                        "log.example 的检查点：309 条，根 " + ledger.log().root(309));
    }

    @Test
    void warnsThatItsOwnKeysProveNothing() {
        var report = check(bundle);

        assertThat(report.isSound()).isTrue();
        assertThat(facts(report)).anyMatch(fact -> fact.startsWith("TRUSTED: the keys inside the bundle"));
        assertThat(facts(check(bundle, LOG))).noneMatch(fact -> fact.startsWith("TRUSTED"));
    }

    @Test
    void holdsLeavesAloneWhereEventsAreNotDisclosed() throws IOException {
        var receipt = write(directory.resolve("receipt.zip"), Optional.empty(), LOG);

        assertThat(findings(check(receipt, LOG))).isEmpty();
        assertThat(Unzipped.of(receipt).files().keySet()).noneMatch(name -> name.startsWith("events/"));
        assertThat(Unzipped.of(receipt).text("leaves/301.json")).doesNotContain("高龄津贴", "case-7");
        assertThat(recipe(Unzipped.of(receipt), LOG).exitCode()).isZero();
    }

    @Test
    void isTheSameWheneverItIsWritten() throws IOException {
        var again = write(directory.resolve("again.zip"), Optional.of("<!DOCTYPE html>"), LOG);

        assertThat(again).hasSameBinaryContentAs(bundle);
    }

    @Test
    void theRecipeInItNeedsNothingOfOurs() throws IOException {
        var with = recipe(Unzipped.of(bundle), LOG, WITNESS);
        assertThat(with.exitCode()).as(with.output()).isZero();
        assertThat(with.output())
                .contains("all is as it should be", "5 events held")
                .doesNotContain("TRUSTED");

        var without = recipe(Unzipped.of(bundle));
        assertThat(without.exitCode()).as(without.output()).isZero();
        assertThat(without.output()).contains("TRUSTED");

        var strange = recipe(Unzipped.of(bundle), STRANGER);
        assertThat(strange.exitCode()).as(strange.output()).isEqualTo(1);
    }

    @Test
    void theRecipeNamesAnEventOfAnotherStreamAndAStreamItCannotCheck() throws IOException {
        var changed = Unzipped.of(bundle);
        changed.replace("events/302.json", "case-7", "case-8");

        assertThat(recipe(changed, LOG).output())
                .contains("WRONG events/302.json: is of another stream than 'case-8'", "WRONG in 1 places");
        assertThat(recipe(Unzipped.of(bundle), LOG).output())
                .containsOnlyOnce("Not vouched for:")
                .contains("Not vouched for: which events are of 'case-9'");
    }

    /** Arguments: a change, whether the Python and OpenSSL recipe notices it too, and a part of the finding's text. */
    static Stream<Arguments> changes() {
        return Stream.of(
                change(
                        "a byte of the payload",
                        true,
                        "events/301.json: 'payload' or 'metadata'",
                        zip -> payload(zip, 3)),
                change("a byte of the payload, told", true, "events/301.json: 'commit' is not", zip -> payload(zip, 3)),
                change(
                        "the payload as shown",
                        true,
                        "events/302.json: 'payload'",
                        zip -> zip.replace("events/302.json", "note 2", "note 9")),
                change("the salt", true, "events/0.json: 'commit'", zip -> flip(zip, "events/0.json", "salt")),
                change("the commitment", false, "events/0.json: 'commit'", zip -> flip(zip, "events/0.json", "commit")),
                change(
                        "the type",
                        true,
                        "events/302.json: its leaf says otherwise in type",
                        zip -> zip.replace("events/302.json", "note.written", "note.amended")),
                change(
                        "the stream",
                        true,
                        "events/302.json: is of another stream than 'case-8'",
                        zip -> zip.replace("events/302.json", "case-7", "case-8")),
                change(
                        "the time",
                        true,
                        "events/301.json: its leaf says otherwise in occurredAt",
                        zip -> zip.replace(
                                "events/301.json", "\"occurredAt\" : \"2026-11-20", "\"occurredAt\" : \"2026-11-19")),
                change(
                        "the event before",
                        true,
                        "events/302.json: its leaf says otherwise in prevAgg",
                        zip -> flip(zip, "events/302.json", "prevAgg")),
                change(
                        "a leaf",
                        true,
                        "proofs/301.tlog-proof: does not prove",
                        zip -> flip(zip, "leaves/301.json", "commit")),
                change(
                        "a leaf's spelling",
                        true,
                        "events/301.json: its leaf is not written in canonical JSON",
                        zip -> zip.replace("leaves/301.json", ",", ", ")),
                change(
                        "two proofs swapped",
                        true,
                        "proofs/301.tlog-proof: proves the entry at 302",
                        zip -> zip.swap("proofs/301.tlog-proof", "proofs/302.tlog-proof")),
                change(
                        "two leaves swapped",
                        true,
                        "leaves/302.json: is the leaf of position 303",
                        zip -> zip.swap("leaves/302.json", "leaves/303.json")),
                change(
                        "two events swapped",
                        true,
                        "events/302.json: is the event at position 303",
                        zip -> zip.swap("events/302.json", "events/303.json")),
                change(
                        "a proof's hashes",
                        true,
                        "proofs/0.tlog-proof: does not prove",
                        zip -> zip.replace("proofs/0.tlog-proof", "index 0\n", "index 0\n" + hash(1) + "\n")),
                change(
                        "a proof's checkpoint",
                        true,
                        "proofs/0.tlog-proof: leads to another checkpoint",
                        zip -> zip.replace("proofs/0.tlog-proof", "log.example\n309", "log.example\n310")),
                change(
                        "the root",
                        true,
                        "checkpoint: a signature in the name of log.example is wrong",
                        zip -> zip.put("checkpoint", zip.text("checkpoint").replaceFirst("309\n.", "309\n/"))),
                change(
                        "the origin",
                        true,
                        "checkpoint: is of the log other.example",
                        zip -> zip.replace("checkpoint", "log.example\n309", "other.example\n309")),
                change(
                        "a cosignature",
                        true,
                        "checkpoint: a signature in the name of witness.example is wrong",
                        zip -> zip.put("checkpoint", endChanged(zip.text("checkpoint")))),
                change(
                        "no cosignature",
                        true,
                        "checkpoint: is not cosigned with the key witness.example",
                        zip -> zip.put("checkpoint", withoutLast(zip.text("checkpoint")))),
                change(
                        "no checkpoint",
                        true,
                        "checkpoint: is missing",
                        zip -> zip.files().remove("checkpoint")),
                change(
                        "no event",
                        true,
                        "events/301.json: is missing",
                        zip -> zip.files().remove("events/301.json")),
                change(
                        "no leaf",
                        true,
                        "leaves/301.json: is missing",
                        zip -> zip.files().remove("leaves/301.json")),
                change(
                        "no proof",
                        true,
                        "proofs/301.tlog-proof: is missing",
                        zip -> zip.files().remove("proofs/301.tlog-proof")),
                change(
                        "no manifest",
                        true,
                        "bundle.json: is missing",
                        zip -> zip.files().remove("bundle.json")),
                change("an event left out", false, "events/302.json: between position 0 and this one 1 events", zip -> {
                    forget(zip, 301);
                    zip.replace("bundle.json", "301, ", "");
                }),
                change("the first left out", false, "events/301.json: the 1 events of case-7 before this one", zip -> {
                    forget(zip, 0);
                    zip.replace("bundle.json", " 0, ", " ");
                }),
                change(
                        "a file too many",
                        false,
                        "events/../../etc/passwd: does not belong",
                        zip -> zip.put("events/../../etc/passwd", "x")),
                change(
                        "a path from the root",
                        false,
                        "/etc/passwd: does not belong",
                        zip -> zip.put("/etc/passwd", "x")),
                change(
                        "a name that clears the terminal",
                        false,
                        "?[2J: does not belong",
                        zip -> zip.put("\u001b[2J", "x")),
                change(
                        "an event nobody lists",
                        true,
                        "leaves/4.json: is about an event that",
                        zip -> zip.put("leaves/4.json", zip.text("leaves/0.json"))),
                change(
                        "a member twice",
                        false,
                        "events/0.json: is no JSON",
                        zip -> zip.replace("events/0.json", "{", "{\"position\":0,")),
                change(
                        "a member too many",
                        false,
                        "events/0.json: has a member 'x'",
                        zip -> zip.replace("events/0.json", "{", "{\"x\":0,")),
                change(
                        "not UTF-8",
                        true,
                        "leaves/0.json: is not UTF-8",
                        zip -> zip.files().put("leaves/0.json", new byte[] {'"', (byte) 0xff, '"'})),
                change(
                        "a leaf too large",
                        true,
                        "leaves/0.json: is larger than",
                        zip -> zip.files().put("leaves/0.json", new byte[70_000])),
                change("no key", false, "keys.txt: no verifier key", zip -> zip.put("keys.txt", "nonsense")),
                change("an empty manifest", true, "bundle.json: is empty", zip -> zip.put("bundle.json", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void everyChangeIsFoundAndNamed(String name, boolean recipeToo, String finding, Consumer<Unzipped> change)
            throws IOException {
        var changed = Unzipped.of(bundle);
        change.accept(changed);

        var report = check(changed.zipTo(directory.resolve("changed.zip")), LOG, WITNESS);

        assertThat(findings(report)).isNotEmpty().anyMatch(each -> each.startsWith(finding));
        assertThat(findings(report)).noneMatch(each -> each.contains("\n"));
        assertThat(report.findings())
                .extracting(each -> each.line(Language.CHINESE))
                .allSatisfy(each -> assertThat(each).contains("：").doesNotContain("\n"));
        if (changed.files().keySet().stream().noneMatch(file -> file.contains("/etc/"))) {
            assertThat(recipe(changed, LOG, WITNESS).exitCode() != 0)
                    .as("the recipe notices it")
                    .isEqualTo(recipeToo);
        }
    }

    @Test
    void aKeyFromElsewhereMustFit() {
        assertThat(findings(check(bundle, STRANGER)))
                .singleElement()
                .asString()
                .startsWith("checkpoint: is not signed with the key " + STRANGER.verifier());
        assertThat(findings(check(bundle, NewSigner.log("other.example"))))
                .singleElement()
                .asString()
                .startsWith("checkpoint: is of the log log.example, and there is no key of it: there is other.example");
        assertThat(findings(check(bundle, WITNESS))).singleElement().asString().contains("there is no key of it");
    }

    @Test
    void aPolicySaysHowManyWitnessesItTakes() {
        var other = NewSigner.witness("other.witness");
        var names = "log %s\nwitness w1 %s\nwitness w2 %s\n"
                .formatted(LOG.verifier(), WITNESS.verifier(), other.verifier());

        assertThat(findings(checkBy(names + "group g any w1 w2\nquorum g\n"))).isEmpty();
        assertThat(facts(checkBy(names + "group g any w1 w2\nquorum g\n")))
                .contains("not cosigned by the witness other.witness")
                .noneMatch(fact -> fact.startsWith("TRUSTED"));
        assertThat(findings(checkBy(names + "group g all w1 w2\nquorum g\n")))
                .singleElement()
                .asString()
                .isEqualTo("checkpoint: is cosigned by fewer witnesses than the policy asks for");
        assertThat(findings(checkBy("log %s\nquorum none\n".formatted(STRANGER.verifier()))))
                .singleElement()
                .asString()
                .startsWith("checkpoint: is not signed with the key");
    }

    private BundleReport checkBy(String policy) {
        return BundleCheck.of(bundle, new Believed(List.of(), WitnessPolicy.parse(policy)));
    }

    /** A forger of a whole bundle has no key but the forger's own. */
    @Test
    void aForgedBundleIsSignedByTheForger() throws IOException {
        var forged = write(directory.resolve("forged.zip"), Optional.of("<p>"), STRANGER);
        var zip = Unzipped.of(forged);
        zip.put("keys.txt", STRANGER.verifier() + "\n");

        var file = zip.zipTo(directory.resolve("forged.zip"));

        assertThat(check(file).isSound()).isTrue();
        assertThat(facts(check(file))).anyMatch(fact -> fact.contains("compare " + STRANGER.verifier()));
        assertThat(check(file, LOG).isSound()).isFalse();
    }

    @Test
    void whatIsNoBundleCannotBeRead() throws IOException {
        var bytes = Files.readAllBytes(bundle);
        var cut = Files.write(directory.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length / 2));
        var text = Files.writeString(directory.resolve("text.zip"), "no zip");
        var other = new Unzipped(Map.of("letter.txt", new byte[1])).zipTo(directory.resolve("other.zip"));

        for (var file : List.of(cut, text, other, directory, directory.resolve("absent.zip"))) {
            assertThatExceptionOfType(UnreadableBundle.class)
                    .isThrownBy(() -> check(file))
                    .withMessageContaining(file.toString())
                    .withMessageNotContaining("\n");
        }
    }

    /** Each changed byte either leads to a finding, or is in no file of the bundle. */
    @Test
    void noByteCanBeChangedUnnoticed() throws IOException {
        var bytes = Files.readAllBytes(bundle);
        var files = Unzipped.of(bundle).files();
        var changed = directory.resolve("flipped.zip");
        for (int at = 0; at < bytes.length; at += 37) {
            bytes[at] ^= 0x10;
            Files.write(changed, bytes);
            bytes[at] ^= 0x10;
            boolean noticed;
            try {
                noticed = !check(changed, LOG, WITNESS).isSound();
            } catch (UnreadableBundle _) {
                noticed = true;
            }
            assertThat(noticed || isTheSame(files, changed)).as("byte %d", at).isTrue();
        }
    }

    private static boolean isTheSame(Map<String, byte[]> files, Path zip) throws IOException {
        var others = Unzipped.of(zip).files();
        return others.keySet().equals(files.keySet())
                && files.keySet().stream().allMatch(name -> Arrays.equals(files.get(name), others.get(name)));
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        var zip = Unzipped.of(bundle);
        zip.files().put("chain.html", new byte[70 << 20]);

        assertThat(findings(check(zip.zipTo(directory.resolve("bomb.zip")), LOG)))
                .singleElement()
                .asString()
                .startsWith("chain.html: is larger than");
    }

    private static Ended recipe(Unzipped zip, NoteSigner... trusted) throws IOException {
        return EvidenceLedger.recipe(zip.unpackTo(Files.createTempDirectory(directory, "unpacked")), trusted);
    }

    private static Arguments change(String name, boolean recipeToo, String finding, Consumer<Unzipped> change) {
        return Arguments.of(name, recipeToo, finding, change);
    }

    private static void payload(Unzipped zip, int at) {
        var file = zip.text("events/301.json");
        var encoded = file.replaceFirst("(?s).*\"payloadBase64\" : \"([^\"]*)\".*", "$1");
        var bytes = Base64.getDecoder().decode(encoded);
        bytes[at] ^= 1;
        zip.put("events/301.json", file.replace(encoded, Base64.getEncoder().encodeToString(bytes)));
    }

    private static void flip(Unzipped zip, String name, String member) {
        var file = zip.text(name);
        var value = file.replaceFirst("(?s).*\"" + member + "\"\\s*:\\s*\"([^\"]*)\".*", "$1");
        zip.put(name, file.replace(value, (value.startsWith("0") ? "1" : "0") + value.substring(1)));
    }

    private static void forget(Unzipped zip, long position) {
        zip.files().keySet().removeIf(name -> name.matches(".*/" + position + "\\..*"));
    }

    private static String withoutLast(String note) {
        return note.substring(0, note.lastIndexOf('\n', note.length() - 2) + 1);
    }

    private static String endChanged(String note) {
        int at = note.length() - 12;
        return note.substring(0, at) + (note.charAt(at) == 'A' ? 'B' : 'A') + note.substring(at + 1);
    }

    private static String hash(int fill) {
        var hash = new byte[32];
        Arrays.fill(hash, (byte) fill);
        return Base64.getEncoder().encodeToString(hash);
    }
}
