package org.serviceledger.store.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceledger.store.clock.ClockDoubt;
import org.serviceledger.store.log.KeyFlaw;
import org.serviceledger.store.log.NewSigner;
import org.serviceledger.store.log.ProofFlaw;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.verify.Finding.CheckpointUnsound;
import org.serviceledger.store.verify.Finding.CosignatureUnsound;
import org.serviceledger.store.verify.Finding.HeadDiffers;
import org.serviceledger.store.verify.Finding.KeysUnsound;
import org.serviceledger.store.verify.Finding.Part;
import org.serviceledger.store.verify.Finding.ReceiptAstray;
import org.serviceledger.store.verify.Finding.StreamBroken;
import org.serviceledger.store.verify.Finding.Unchecked;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** Tests the text of every finding in English and in Chinese. */
class FindingTest {

    private static final long LARGE = 1_234_567;
    private static final EventName EVENT = new EventName(LARGE, "case-8", 3, "case.accepted");
    private static final String IN_ENGLISH = "position 1234567 (event 3 of case-8, case.accepted)";
    private static final String IN_CHINESE = "位置 1234567（case-8 的 3 号事件，case.accepted）";
    private static final Source SIGNED = new Source.Checkpoint(LARGE);
    private static final VerifierKey KEY = NewSigner.log("log.example").verifier();
    private static final VerifierKey NEXT = NewSigner.log("log.example").verifier();
    private static final Instant LATE = Instant.parse("2026-11-23T18:30:00.000001Z");
    private static final Instant EARLY = Instant.parse("2026-11-01T00:00:00Z");

    @ParameterizedTest
    @MethodSource({"rows", "streams", "tree", "signatures", "receipts"})
    void isSaidInEitherLanguage(Finding finding, String english, String chinese) {
        assertThat(finding.line(Language.ENGLISH)).isEqualTo(english);
        assertThat(finding.line(Language.CHINESE)).isEqualTo(chinese);
        assertThat(finding.line()).isEqualTo(chinese);
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        new Finding.Altered(EVENT, Part.CONTENT),
                        IN_ENGLISH
                                + ": payload, metadata, salt or another column was changed; the log still has the leaf as"
                                + " it was",
                        IN_CHINESE + "：内容、元数据、盐值或其他列被改动；日志中仍是原来的叶节点"),
                arguments(
                        new Finding.Altered(EVENT, Part.LEAF_HASH),
                        IN_ENGLISH + ": its stored leaf hash was changed; the event itself is as it was signed",
                        IN_CHINESE + "：存储的叶节点哈希被改动；事件本身与签名时一致"),
                arguments(
                        new Finding.Altered(EVENT, Part.UNKNOWN),
                        IN_ENGLISH + ": the row does not give its leaf hash",
                        IN_CHINESE + "：该行推不出其叶节点哈希"),
                arguments(
                        new Finding.Missing(7, 7, new StreamPlace("case-9", 2)),
                        "position 7 is missing: the row was deleted; it was event 2 of case-9",
                        "位置 7缺失：行被删除（原为 case-9 的 2 号事件）"),
                arguments(
                        new Finding.Missing(7, LARGE, null),
                        "positions 7 to 1234567 are missing: the rows were deleted",
                        "位置 7 至 1234567缺失：行被删除"),
                arguments(
                        new Finding.Unreadable(7, 7, "invalid page\nin block 20"),
                        "position 7 cannot be read, PostgreSQL's files are damaged: invalid page\uFFFDin block 20",
                        "位置 7无法读取，PostgreSQL 的文件已损坏：invalid page\uFFFDin block 20"),
                arguments(
                        new Finding.Unreadable(7, LARGE, "invalid page"),
                        "positions 7 to 1234567 cannot be read, PostgreSQL's files are damaged: invalid page",
                        "位置 7 至 1234567无法读取，PostgreSQL 的文件已损坏：invalid page"),
                arguments(
                        new Unchecked.OfReceipts(LARGE, "invalid page"),
                        "1234567 receipts could not be checked, PostgreSQL's files are damaged: invalid page",
                        "1234567 个幂等回执无法核验，PostgreSQL 的文件已损坏：invalid page"),
                arguments(
                        new Unchecked.OfUnplacedRows("invalid page"),
                        "whether rows stand at no position could not be checked, PostgreSQL's files are damaged: invalid"
                                + " page",
                        "有无不在任何位置上的行无法核验，PostgreSQL 的文件已损坏：invalid page"),
                arguments(
                        new Finding.BeyondHead(821, 821),
                        "position 821 stands beyond the head: the head was set back, or rows were put behind it",
                        "位置 821超出账首：账首被退回，或有行被加在其后"),
                arguments(
                        new Finding.BeyondHead(0, Long.MAX_VALUE),
                        "positions 0 to 9223372036854775807 stand beyond the head: the head was set back, or rows were put"
                                + " behind it",
                        "位置 0 至 9223372036854775807超出账首：账首被退回，或有行被加在其后"),
                arguments(
                        new Finding.OffTheLedger("case-8", 3, Long.MIN_VALUE),
                        "event 3 of case-8 stands at position -9223372036854775808: it was never recorded",
                        "case-8 的 3 号事件位于位置 -9223372036854775808：从未记入台账"),
                arguments(
                        new Finding.OffTheLedger("case-8", 3, null),
                        "event 3 of case-8 stands at no position: it was never recorded",
                        "case-8 的 3 号事件没有位置：从未记入台账"),
                arguments(
                        new Finding.Moved(EVENT, 1_000),
                        IN_ENGLISH + ": it was recorded at position 1000 and renumbered",
                        IN_CHINESE + "：原记于位置 1000，被改号"),
                arguments(
                        new Finding.Swapped(EVENT, new EventName(5, "case-9", 0, "case.submitted")),
                        IN_ENGLISH + " and position 5 (event 0 of case-9, case.submitted) were swapped",
                        IN_CHINESE + " 与 位置 5（case-9 的 0 号事件，case.submitted） 被互换"),
                arguments(
                        new Finding.Renumbered(1_000, 2_000, 1_500),
                        "positions 1000 to 2000 were renumbered: each was recorded 1500 earlier",
                        "位置 1000 至 2000被改号：原位置各靠前 1500"),
                arguments(
                        new Finding.Renumbered(1_000, 2_000, -1_500),
                        "positions 1000 to 2000 were renumbered: each was recorded 1500 later",
                        "位置 1000 至 2000被改号：原位置各靠后 1500"),
                arguments(
                        new Finding.ClockSetBack(EVENT, EARLY, LATE),
                        IN_ENGLISH
                                + ": it was recorded at 2026-11-01T00:00:00Z, after an event of 2026-11-23T18:30:00.000001Z:"
                                + " the clock was set back, or had been ahead",
                        IN_CHINESE + "：记录时间为 2026-11-01T00:00:00Z，前一事件为 2026-11-23T18:30:00.000001Z：时钟曾被拨回，或此前走快"));
    }

    static Stream<Arguments> streams() {
        return Stream.of(
                arguments(
                        new Finding.Unlinked(EVENT, 1_000),
                        IN_ENGLISH
                                + ": its leaf does not follow that of the event before it in its stream, at position 1000:"
                                + " one of the two was changed",
                        IN_CHINESE + "：叶节点与同流前一事件（位置 1000）不衔接，二者之一被改动"),
                arguments(
                        new Finding.PseudonymDiffers(EVENT),
                        IN_ENGLISH
                                + ": the pseudonym of its stream is not the one its first event gives: the pseudonym, the"
                                + " salt or the stream id was changed",
                        IN_CHINESE + "：流的化名与首个事件推出的不符（化名、盐值或流编号被改动）"),
                arguments(
                        new StreamBroken.Doubled(EVENT),
                        IN_ENGLISH + ": another row stands at the same position",
                        IN_CHINESE + "：同一位置上还有另一行"),
                arguments(
                        new StreamBroken.BeforeEarlier(EVENT, 1_002, LARGE),
                        IN_ENGLISH + ": it stands before event 1002 of its stream, at position 1234567",
                        IN_CHINESE + "：排在同流 1002 号事件（位置 1234567）之前"),
                arguments(
                        new StreamBroken.BehindLater(EVENT, 1_002, LARGE),
                        IN_ENGLISH + ": event 1002 of its stream stands before it, at position 1234567",
                        IN_CHINESE + "：同流 1002 号事件排在其前（位置 1234567）"),
                arguments(
                        new StreamBroken.Orphaned(EVENT, new StreamPlace("case-8", 1_002)),
                        IN_ENGLISH + ": event 1002 of case-8, which it follows, is not there",
                        IN_CHINESE + "：其所接续的 case-8 的 1002 号事件不存在"));
    }

    static Stream<Arguments> tree() {
        return Stream.of(
                arguments(
                        new Finding.Replaced(2_048, 2_303, SIGNED),
                        "positions 2048 to 2303: an event was replaced together with its leaf hash: the checkpoint of"
                                + " 1234567 was made over others",
                        "位置 2048 至 2303：有事件连同叶节点哈希被替换（大小 1234567 的检查点 与之不符）"),
                arguments(
                        new Finding.Replaced(2_048, 2_048, new Source.Head()),
                        "position 2048: an event was replaced together with its leaf hash: the head was made over others",
                        "位置 2048：有事件连同叶节点哈希被替换（账首 与之不符）"),
                arguments(
                        new Finding.TileDiffers(1, 200, true),
                        "tile/1/000, hash 200: the hash over positions 51200 to 51455 is not the one the events give: the"
                                + " tile was changed, the events are as signed",
                        "tile/1/000 的 200 号哈希：位置 51200 至 51455 的哈希与事件推出的不符（瓦片被改动，事件与签名一致）"),
                arguments(
                        new Finding.TileDiffers(2, 0, false),
                        "tile/2/000, hash 0: the hash over positions 0 to 65535 is not the one the events give",
                        "tile/2/000 的 0 号哈希：位置 0 至 65535 的哈希与事件推出的不符"),
                arguments(
                        new Finding.TileAstray(1, 300, false),
                        "tile/1/001, hash 44: the hash is missing",
                        "tile/1/001 的 44 号哈希：哈希缺失"),
                arguments(
                        new Finding.TileAstray(1, 3, true),
                        "tile/1/000, hash 3: a hash over more events than there are",
                        "tile/1/000 的 3 号哈希：哈希超出了事件的数目"),
                arguments(
                        new Finding.TileAstray(-3, 1_000, true),
                        "tile/-3, hash 1000: a hash where no tile is",
                        "tile/-3 的 1000 号哈希：该处不应有瓦片"),
                arguments(new HeadDiffers.Missing(), "head: the row is missing", "账首：该行缺失"),
                arguments(
                        new HeadDiffers.InRoot(LARGE, 1_000),
                        "head: the root is not the one over the 1234567 events: it was changed, or an event since position"
                                + " 1000 was",
                        "账首：根哈希与 1234567 个事件推出的不符：账首被改动，或自位置 1000 起有事件被替换"),
                arguments(
                        new HeadDiffers.InFrontier(LARGE),
                        "head: the frontier is not that of the 1234567 events",
                        "账首：前沿哈希与 1234567 个事件推出的不符"),
                arguments(
                        new Finding.Forked(new Source.Kept("yesterday.txt")),
                        "yesterday.txt: it was signed over other events than the ledger has: the log was forked",
                        "yesterday.txt：签署于另一套事件之上，日志出现分叉"),
                arguments(
                        new Finding.RolledBack(SIGNED, LARGE, 1_000),
                        "the checkpoint of 1234567: 1234567 events were signed, and the ledger has 1000: it was rolled"
                                + " back",
                        "大小 1234567 的检查点：曾签署 1234567 个事件，现仅有 1000 个：台账被回退"));
    }

    static Stream<Arguments> signatures() {
        return Stream.of(
                arguments(
                        new CheckpointUnsound.Malformed(SIGNED, Message.of("log.no-number", "text", "1\n2")),
                        "the checkpoint of 1234567: no number: '1\uFFFD2'",
                        "大小 1234567 的检查点：不成立（不是数：“1\uFFFD2”）"),
                arguments(
                        new CheckpointUnsound.OfNoLedger(new Source.Checkpoint(null)),
                        "the checkpoint of no size: no ledger has this size",
                        "大小不明的检查点：不成立（台账不可能有这个大小）"),
                arguments(
                        new CheckpointUnsound.OfOtherSize(SIGNED, 1_000),
                        "the checkpoint of 1234567: its note is of 1000 events",
                        "大小 1234567 的检查点：不成立（其文本所载为 1000 个事件）"),
                arguments(
                        new CheckpointUnsound.Unsigned(SIGNED, new KeyFlaw.Unsigned(LARGE, KEY)),
                        "the checkpoint of 1234567: the checkpoint of 1234567 events is not signed with %s, the key in"
                                        .formatted(KEY)
                                + " force then",
                        "大小 1234567 的检查点：不成立（1234567 个事件的检查点没有当时生效的密钥 %s 的签名）".formatted(KEY)),
                arguments(
                        new CosignatureUnsound.OfNoWitness(LARGE, "y", Message.of("log.no-key", "line", "y")),
                        "the cosignature of 1234567 by y: this is no key of a witness: no verifier key: 'y'",
                        "大小 1234567 的联署（y）：这不是见证人的公钥（不是验证公钥：“y”）"),
                arguments(
                        new CosignatureUnsound.Malformed(null, null, Message.of("log.no-signature", "line", "")),
                        "the cosignature of no size by nobody: it is none: no signature line: ''",
                        "大小不明的联署（见证人不明）：不成立，该行不是签名（不是签名行：“”）"),
                arguments(
                        new CosignatureUnsound.OfNoCheckpoint(-5L, "y"),
                        "the cosignature of -5 by y: there is no checkpoint of that size",
                        "大小 -5 的联署（y）：没有这个大小的检查点"),
                arguments(
                        new CosignatureUnsound.Wrong(1_000L, "y"),
                        "the cosignature of 1000 by y: it was not made by this witness over the checkpoint of that size",
                        "大小 1000 的联署（y）：并非该见证人对这个大小的检查点所签"),
                arguments(
                        new Finding.PublicationUnsound(1_000L),
                        "the publication of 1000: there is no checkpoint of that size",
                        "大小 1000 的公布：没有这个大小的检查点"),
                arguments(
                        new Finding.PublicationUnsound(null),
                        "the publication of no size: there is no checkpoint of that size",
                        "大小不明的公布：没有这个大小的检查点"),
                arguments(
                        new KeysUnsound.Malformed(Message.of("log.other-signatures")),
                        "keys of the log: it is for other signatures",
                        "日志密钥不可信：它用于别的签名"),
                arguments(
                        new KeysUnsound.Unconnected(new KeyFlaw.Unexplained(KEY)),
                        "keys of the log: nothing says how %s became the log's key".formatted(KEY),
                        "日志密钥不可信：没有任何文本说明 %s 如何成为日志的密钥".formatted(KEY)),
                arguments(
                        new KeysUnsound.Unknown(List.of(KEY, NEXT)),
                        "keys of the log: none of them is %s or %s".formatted(KEY, NEXT),
                        "日志密钥不可信：其中没有 %s 或 %s".formatted(KEY, NEXT)));
    }

    static Stream<Arguments> receipts() {
        return Stream.of(
                receipt(
                        new ReceiptAstray.Backwards("clerk/1", LARGE, 1_000),
                        "it ends before it begins, at positions 1234567 and 1000",
                        "止于位置 1000，早于起始位置 1234567"),
                receipt(
                        new ReceiptAstray.OfNoEvent("clerk/1", LARGE, "case-8"),
                        "there is no event at position 1234567, which it says belongs to case-8",
                        "所指位置 1234567（case-8）没有事件"),
                receipt(
                        new ReceiptAstray.OfOtherStream("clerk/1", LARGE, "case-9", "case-8"),
                        "the event at position 1234567 belongs to case-9, not to case-8",
                        "位置 1234567 的事件属于 case-9，而非 case-8"),
                receipt(
                        new ReceiptAstray.OfOtherRequest("clerk/1", LARGE),
                        "the event at position 1234567 was not recorded for the request",
                        "位置 1234567 的事件并非因该请求而记"),
                receipt(
                        new ReceiptAstray.DigestDiffers("clerk/1", LARGE),
                        "its digest of the request is not the one sealed with the event at position 1234567",
                        "请求摘要与位置 1234567 的事件中所封存的不符"),
                receipt(
                        new ReceiptAstray.BeginsLate("clerk/1", LARGE),
                        "it begins at position 1234567, and the event before it was recorded for the request too",
                        "起于位置 1234567，而其前一事件也因该请求而记"),
                receipt(
                        new ReceiptAstray.EndsEarly("clerk/1", LARGE),
                        "it ends at position 1234567, and the event behind it was recorded for the request too",
                        "止于位置 1234567，而其后一事件也因该请求而记"));
    }

    private static Arguments receipt(ReceiptAstray finding, String english, String chinese) {
        return arguments(finding, "receipt of the request 'clerk/1': " + english, "请求“clerk/1”的回执：" + chinese);
    }

    @Test
    void noKindOfFindingIsLeftOut() {
        assertThat(records(Finding.class))
                .isSubsetOf(kinds(Stream.of(rows(), streams(), tree(), signatures(), receipts())
                        .flatMap(all -> all)));
    }

    @Test
    void isKeptInTheWordsOfBothLanguages() {
        var kept = PastVerification.Line.of(new HeadDiffers.Missing()::line);

        assertThat(kept.line(Language.ENGLISH)).isEqualTo("head: the row is missing");
        assertThat(kept.line()).isEqualTo("账首：该行缺失");
    }

    @ParameterizedTest
    @MethodSource
    void whyKeysAreNotBelievedIsSaidInEitherLanguage(KeyFlaw flaw, String english, String chinese) {
        assertThat(flaw.line(Language.ENGLISH)).isEqualTo(english);
        assertThat(flaw.line(Language.CHINESE)).isEqualTo(chinese);
    }

    static Stream<Arguments> whyKeysAreNotBelievedIsSaidInEitherLanguage() {
        return Stream.of(
                arguments(new KeyFlaw.NoneInForce(LARGE), "no key was in force at size 1234567", "大小 1234567 时没有生效的密钥"),
                arguments(
                        new KeyFlaw.OtherLog("other.example"),
                        "it is of another log, 'other.example'",
                        "属于另一日志“other.example”"),
                arguments(
                        new KeyFlaw.Unsigned(LARGE, KEY),
                        "the checkpoint of 1234567 events is not signed with %s, the key in force then".formatted(KEY),
                        "1234567 个事件的检查点没有当时生效的密钥 %s 的签名".formatted(KEY)),
                arguments(
                        new KeyFlaw.WrongSignature(LARGE, KEY),
                        "the checkpoint of 1234567 events bears a wrong signature in the name of " + KEY,
                        "1234567 个事件的检查点载有以 %s 名义作出的错误签名".formatted(KEY)),
                arguments(
                        new KeyFlaw.BeforeTheFirst(KEY),
                        KEY + " was there before the log had a key",
                        KEY + " 早于日志的首个密钥"),
                arguments(
                        new KeyFlaw.Unexplained(KEY),
                        "nothing says how %s became the log's key".formatted(KEY),
                        "没有任何文本说明 %s 如何成为日志的密钥".formatted(KEY)),
                arguments(
                        new KeyFlaw.NoRotation(KEY, Message.of("log.no-number", "text", "x")),
                        "what is said of the rotation to %s is none: no number: 'x'".formatted(KEY),
                        "关于轮换至 %s 的文本不成立：不是数：“x”".formatted(KEY)),
                arguments(
                        new KeyFlaw.OtherRotation(KEY),
                        "the rotation to %s speaks of other keys or sizes".formatted(KEY),
                        "轮换至 %s 的文本所述为其他密钥或大小".formatted(KEY)),
                arguments(
                        new KeyFlaw.NotItsOwn(KEY), KEY + " did not sign its own coming into force", KEY + " 未签署自身的启用"),
                arguments(
                        new KeyFlaw.Unendorsed(KEY, NEXT),
                        "%s did not endorse %s, which followed it: it was lost, or somebody else put the next in"
                                .formatted(KEY, NEXT),
                        "%s 未认可其后的 %s：前者已丢失，或后者由他人放入".formatted(KEY, NEXT)));
    }

    @Test
    void noFlawOfKeysIsLeftOut() {
        assertThat(records(KeyFlaw.class)).isSubsetOf(kinds(whyKeysAreNotBelievedIsSaidInEitherLanguage()));
    }

    @ParameterizedTest
    @MethodSource
    void whyAProofProvesNothingIsSaidInEitherLanguage(ProofFlaw flaw, String english, String chinese) {
        assertThat(flaw.line(Language.ENGLISH)).isEqualTo(english);
        assertThat(flaw.line(Language.CHINESE)).isEqualTo(chinese);
    }

    static Stream<Arguments> whyAProofProvesNothingIsSaidInEitherLanguage() {
        return Stream.of(
                arguments(
                        new ProofFlaw.NoSuchLeaf(LARGE, 1_000),
                        "there is no leaf 1234567 in a tree of 1000",
                        "大小 1000 的树中没有 1234567 号叶节点"),
                arguments(
                        new ProofFlaw.NoBeginning(LARGE, 1_000),
                        "a tree of 1234567 is no beginning of one of 1000",
                        "大小 1234567 的树不是大小 1000 的树的前段"),
                arguments(
                        new ProofFlaw.OfNothing(),
                        "of the empty tree every tree is a continuation: there is nothing to prove",
                        "任何树都接续空树，无可证明"),
                arguments(new ProofFlaw.TooLong(), "the proof is too long", "证明过长"),
                arguments(new ProofFlaw.TooShort(), "the proof is too short", "证明过短"),
                arguments(new ProofFlaw.OtherRoot(ProofFlaw.Root.ONLY), "the proof leads to another root", "证明所得与树根不符"),
                arguments(
                        new ProofFlaw.OtherRoot(ProofFlaw.Root.SMALLER),
                        "the proof leads to another smaller root",
                        "证明所得与较小的树的根不符"));
    }

    @Test
    void noFlawOfProofsIsLeftOut() {
        assertThat(records(ProofFlaw.class)).isSubsetOf(kinds(whyAProofProvesNothingIsSaidInEitherLanguage()));
    }

    @ParameterizedTest
    @MethodSource
    void whyTheClockIsNotBelievedIsSaidInEitherLanguage(ClockDoubt doubt, String english, String chinese) {
        assertThat(doubt.line(Language.ENGLISH)).isEqualTo(english);
        assertThat(doubt.line(Language.CHINESE)).isEqualTo(chinese);
    }

    static Stream<Arguments> whyTheClockIsNotBelievedIsSaidInEitherLanguage() {
        return Stream.of(
                arguments(
                        new ClockDoubt.ApartFromDatabase(EARLY, LATE),
                        "the clock of this machine says 2026-11-01T00:00:00Z and that of PostgreSQL 2026-11-23T18:30:00Z:"
                                + " set the one that is wrong",
                        "本机时钟为 2026-11-01T00:00:00Z，PostgreSQL 的时钟为 2026-11-23T18:30:00Z：请校正其中错误的一方"),
                arguments(
                        new ClockDoubt.BehindLedger(EARLY, LATE),
                        "the clock says 2026-11-01T00:00:00Z and the ledger has been at 2026-11-23T18:30:00Z before: set the"
                                + " clock, or confirm it if that was wrong",
                        "时钟为 2026-11-01T00:00:00Z，而台账此前已记到 2026-11-23T18:30:00Z：请校正时钟；若是此前的时钟有误，请确认"),
                arguments(
                        new ClockDoubt.Jumped(EARLY, LATE),
                        "the clock was set from 2026-11-01T00:00:00Z to 2026-11-23T18:30:00Z while the server ran: set it"
                                + " back, or confirm it if it is right now",
                        "运行期间时钟由 2026-11-01T00:00:00Z 被改为 2026-11-23T18:30:00Z：请改回；若现在的时间正确，请确认"),
                arguments(
                        new ClockDoubt.LongAbsence(EARLY, LATE),
                        "the clock says 2026-11-23T18:30:00Z, and the ledger was last at work at 2026-11-01T00:00:00Z, 22"
                                + " days before: set the clock, or confirm it if it is right",
                        "时钟为 2026-11-23T18:30:00Z，而台账上次运行于 2026-11-01T00:00:00Z，相隔 22 天：请校正时钟；若时间正确，请确认"));
    }

    @Test
    void noDoubtOfTheClockIsLeftOut() {
        assertThat(records(ClockDoubt.class)).isSubsetOf(kinds(whyTheClockIsNotBelievedIsSaidInEitherLanguage()));
    }

    /** Returns the record types among the arguments. */
    private static List<Class<?>> kinds(Stream<Arguments> told) {
        return told.<Class<?>>map(each -> Objects.requireNonNull(each.get()[0]).getClass())
                .toList();
    }

    /** Returns all records that implement a sealed interface, directly or indirectly. */
    private static List<Class<?>> records(Class<?> type) {
        Class<?> @Nullable [] beneath = type.getPermittedSubclasses();
        return beneath == null
                ? List.of(type)
                : Stream.of(beneath).flatMap(each -> records(each).stream()).toList();
    }
}
