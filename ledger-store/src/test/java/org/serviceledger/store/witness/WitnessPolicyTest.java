package org.serviceledger.store.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.NewSigner;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.SignedNote;

class WitnessPolicyTest {

    private static final ToyLog LOG = ToyLog.of("log.example", 3);
    private static final List<NoteSigner> SIGNERS = IntStream.range(0, 6)
            .mapToObj(i -> NewSigner.witness("witness-%d.example".formatted(i)))
            .toList();

    private static final SignedNote CHECKPOINT = LOG.checkpoint(3);

    private static final Pattern PLACE = Pattern.compile("\\b(LOG|W[0-5])\\b");

    /** The example of c2sp.org/tlog-policy. */
    private static final String TWO_LEVELS = filled("""
            # two of these three, and one of those
            log LOG https://log.example/

            witness X1 W0
            witness X2 W1 https://x2.example/witness
            \twitness  X3\tW2
            group X-witnesses 2 X1 X2 X3

            witness Y1 W3
            witness Y2 W4
            witness 见证 W5
            group Y-witnesses any Y1 Y2 见证

            group X-and-Y all X-witnesses Y-witnesses
            quorum X-and-Y
            """);

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "0, false",
        "0 1, false",
        "3 4 5, false",
        "0 3, false",
        "0 1 3, true",
        "1 2 5, true",
        "0 1 2 3 4 5, true",
    })
    void groupsOfGroupsAreCounted(String cosigners, boolean satisfied) {
        var policy = WitnessPolicy.parse(TWO_LEVELS);

        assertThat(policy.isSatisfiedBy(cosignedBy(cosigners))).isEqualTo(satisfied);
        assertThat(WitnessPolicy.parse(policy.toString()).isSatisfiedBy(cosignedBy(cosigners)))
                .isEqualTo(satisfied);
        assertThat(policy.logs()).containsExactly(LOG.key());
        assertThat(policy.witnesses()).extracting(KnownWitness::name).contains("X1", "见证");
    }

    @ParameterizedTest
    @CsvSource({
        "none, '', true",
        "any, '', false",
        "any, 2, true",
        "any, 4, false",
        "2 of 3, 1, false",
        "2 of 3, 1 1, false",
        "2 of 3, 0 2, true",
        "all, 0 2, false",
        "all, 0 1 2, true",
        "all, 0 1 2 3, true",
    })
    void aWordWillDoForMost(String word, String cosigners, boolean satisfied) {
        var policy = WitnessPolicy.simple(word, witnesses(3)).orElseThrow();

        assertThat(policy.isSatisfiedBy(cosignedBy(cosigners))).isEqualTo(satisfied);
    }

    @Test
    void aWrongSignatureInTheNameOfAWitnessSpoilsTheRest() {
        var policy = WitnessPolicy.simple("any", witnesses(3)).orElseThrow();
        var key = SIGNERS.get(1).verifier();
        var spoilt = cosignedBy("0").with(List.of(new SignedNote.Signature(key.name(), key.id(), new byte[72])));

        assertThat(policy.isSatisfiedBy(spoilt)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 of 2", "4 of 3", "0 of 3", "2of3", "some", "policy.txt", ""})
    void otherWordsAreNoPolicy(String word) {
        if (word.matches("[24] of [23]")) {
            assertThatExceptionOfType(MalformedLog.class)
                    .isThrownBy(() -> WitnessPolicy.simple(word, witnesses(3)))
                    .withMessageContaining("3 witnesses are known");
        } else {
            assertThat(WitnessPolicy.simple(word, witnesses(3))).isEmpty();
        }
        assertThatExceptionOfType(MalformedLog.class).isThrownBy(() -> WitnessPolicy.simple("any", List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "quorum none;<SOH> | line 2: control characters",
                "quorum none<CR> | line 1: control characters",
                "quibble w1;quorum none | line 1: 'quibble' is neither",
                "witness w1 W0 https://w1.example/ # remark;quorum w1 | line 1: the line must read: witness NAME VKEY [URL]",
                "log;quorum none | line 1: the line must read: log VKEY [URL]",
                "log garbage;quorum none | line 1: no verifier key: 'garbage'",
                "log LOG;log LOG https://log.example/;quorum none | line 2: this log was named above",
                "log W0;quorum none | line 1: 'witness-0.example",
                "witness w1;quorum none | line 1: the line must read",
                "witness w1 LOG;quorum w1 | is no key of a witness",
                "witness w1 W0 ftp://w1.example;quorum w1 | is no address of HTTP",
                "witness w1 W0 http://[;quorum w1 | is no address",
                "witness none W0;quorum none | nothing can be called 'none'",
                "witness w1 W0;witness w1 W1;quorum w1 | line 2: 'w1' was named above",
                "witness w1 W0;witness w2 W0;quorum w1 | line 2: the witness with this key was named above",
                "witness w1 W0;group w1 any w1;quorum w1 | line 2: 'w1' was named above",
                "witness w1 W0;group g1 1;quorum w1 | line 2: the line must read: group",
                "witness w1 W0;group none any w1;quorum none | nothing can be called 'none'",
                "witness w1 W0;group g1 0 w1;quorum g1 | '0' is not any, all or a number from 1 to 1",
                "witness w1 W0;group g1 -1 w1;quorum g1 | '-1' is not any",
                "witness w1 W0;group g1 2 w1;quorum g1 | '2' is not any, all or a number from 1 to 1",
                "witness w1 W0;group g1 any w2;quorum g1 | 'w2' is not named above",
                "group g1 any w1;witness w1 W0;quorum g1 | line 1: 'w1' is not named above",
                "witness w1 W0;group g1 any none w1;quorum g1 | 'none' is not named above",
                "witness w1 W0;group g1 all w1 w1;quorum g1 | 'w1' is a member already",
                "witness w1 W0;witness w2 W1;group g1 any w1 w2;group g2 any w1;quorum g1 | line 4: 'w1' is a member already",
                "witness w1 W0 | the policy has no quorum line",
                "witness w1 W0;quorum w1;quorum w1 | line 3: a second quorum",
                "quorum unknown | 'unknown' is not named above",
                "quorum | line 1: the line must read: quorum NAME",
            })
    void whatIsNoPolicyIsRefused(String policy, String reason) {
        assertThatExceptionOfType(MalformedLog.class)
                .isThrownBy(() -> WitnessPolicy.parse(filled(
                        policy.replace(";", "\n").replace("<SOH>", "\u0001").replace("<CR>", "\r"))))
                .withMessageContaining(reason);
    }

    private static SignedNote cosignedBy(String numbers) {
        var signatures = new ArrayList<SignedNote.Signature>();
        for (var number : numbers.split(" ", -1)) {
            if (!number.isEmpty()) {
                signatures.add(SIGNERS.get(Integer.parseInt(number))
                        .signature(CHECKPOINT.text(), Instant.EPOCH.plusSeconds(5)));
            }
        }
        return CHECKPOINT.with(signatures);
    }

    private static List<KnownWitness> witnesses(int number) {
        return SIGNERS.stream()
                .limit(number)
                .map(signer -> new KnownWitness(signer.verifier().name(), signer.verifier(), null))
                .toList();
    }

    private static String filled(String policy) {
        return PLACE.matcher(policy)
                .replaceAll(place -> place.group().equals("LOG")
                        ? LOG.key().toString()
                        : SIGNERS.get(place.group().charAt(1) - '0').verifier().toString());
    }
}
