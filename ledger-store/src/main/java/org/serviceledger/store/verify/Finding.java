package org.serviceledger.store.verify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.LogTile;

/** Something in a ledger that is not as it was signed, named as precisely as can be told. */
public sealed interface Finding {

    /** One line in English. */
    String line();

    /** One line in Chinese, for pages. */
    String chinese();

    /** What of an event differs from what was signed. */
    enum Part {
        /** The leaf is in the log; the row does not give it any more. */
        CONTENT,
        /** The row gives the leaf that is in the log; the leaf hash beside it is another. */
        LEAF_HASH,
        /** The row does not give its leaf hash, and which of the two is in the log cannot be told. */
        UNKNOWN
    }

    /** An event whose row does not give its leaf. */
    record Altered(EventName event, Part part) implements Finding {

        @Override
        public String line() {
            return event.english()
                    + switch (part) {
                        case CONTENT ->
                            ": payload, metadata, salt or another column was changed; the log still has the leaf as it"
                                    + " was";
                        case LEAF_HASH -> ": its stored leaf hash was changed; the event itself is as it was signed";
                        case UNKNOWN -> ": the row does not give its leaf hash";
                    };
        }

        @Override
        public String chinese() {
            return event.chinese()
                    + switch (part) {
                        case CONTENT -> "：内容、元数据、盐值或其他列被改动；日志中仍是原来的叶节点";
                        case LEAF_HASH -> "：存储的叶节点哈希被改动；事件本身与签名时一致";
                        case UNKNOWN -> "：该行推不出其叶节点哈希";
                    };
        }
    }

    /** An event that does not follow the one before it in its stream, though each gives a leaf of its own. */
    record Unlinked(EventName event, long before) implements Finding {

        @Override
        public String line() {
            return "%s: its leaf does not follow that of the event before it in its stream, at position %d: one of the two was changed"
                    .formatted(event.english(), before);
        }

        @Override
        public String chinese() {
            return "%s：叶节点与同流前一事件（位置 %d）不衔接，二者之一被改动".formatted(event.chinese(), before);
        }
    }

    /** An event whose stream's pseudonym is another than its first event gives. */
    record PseudonymDiffers(EventName event) implements Finding {

        @Override
        public String line() {
            return event.english() + ": the pseudonym of its stream is not the one its first event gives:"
                    + " the pseudonym, the salt or the stream id was changed";
        }

        @Override
        public String chinese() {
            return event.chinese() + "：流的化名与首个事件推出的不符（化名、盐值或流编号被改动）";
        }
    }

    /** Positions without a row; whose events they were, where the streams tell. */
    record Missing(long first, long last, @Nullable StreamPlace whose) implements Finding {

        @Override
        public String line() {
            return range(first, last) + (first == last ? " is" : " are") + " missing: "
                    + (first == last ? "the row was deleted" : "the rows were deleted")
                    + (whose == null ? "" : "; it was " + whose.english());
        }

        @Override
        public String chinese() {
            return chineseRange(first, last) + "缺失：行被删除" + (whose == null ? "" : "（原为 " + whose.chinese() + "）");
        }
    }

    /** Positions whose rows PostgreSQL cannot read: a page of its files is damaged. */
    record Unreadable(long first, long last, String reason) implements Finding {

        public Unreadable {
            reason = OneLine.of(reason);
        }

        @Override
        public String line() {
            return "%s cannot be read, PostgreSQL's files are damaged: %s".formatted(range(first, last), reason);
        }

        @Override
        public String chinese() {
            return "%s无法读取，PostgreSQL 的文件已损坏：%s".formatted(chineseRange(first, last), reason);
        }
    }

    /** A check that needs rows PostgreSQL cannot read, and so was not made of all of them. */
    record Unchecked(String what, String inChinese, String reason) implements Finding {

        public Unchecked {
            reason = OneLine.of(reason);
        }

        @Override
        public String line() {
            return "%s could not be checked, PostgreSQL's files are damaged: %s".formatted(what, reason);
        }

        @Override
        public String chinese() {
            return "%s无法核验，PostgreSQL 的文件已损坏：%s".formatted(inChinese, reason);
        }
    }

    /** Rows beyond where the head says the ledger ends. */
    record BeyondHead(long first, long last) implements Finding {

        @Override
        public String line() {
            return range(first, last) + (first == last ? " stands" : " stand")
                    + " beyond the head: the head was set back, or rows were put behind it";
        }

        @Override
        public String chinese() {
            return chineseRange(first, last) + "超出账首：账首被退回，或有行被加在其后";
        }
    }

    /** A row of a stream that stands where the ledger has no position, or at none at all. */
    record OffTheLedger(
            String stream, long sequence, @Nullable Long position) implements Finding {

        public OffTheLedger {
            stream = OneLine.of(stream);
        }

        @Override
        public String line() {
            return "%s stands at %s: it was never recorded"
                    .formatted(place().english(), position == null ? "no position" : "position " + position);
        }

        @Override
        public String chinese() {
            return "%s%s：从未记入台账".formatted(place().chinese(), position == null ? "没有位置" : "位于位置 " + position);
        }

        private StreamPlace place() {
            return new StreamPlace(stream, sequence);
        }
    }

    /** An event that was recorded at another position. */
    record Moved(EventName event, long recordedAt) implements Finding {

        @Override
        public String line() {
            return "%s: it was recorded at position %d and renumbered".formatted(event.english(), recordedAt);
        }

        @Override
        public String chinese() {
            return "%s：原记于位置 %d，被改号".formatted(event.chinese(), recordedAt);
        }
    }

    /** Two events that stand in each other's place. */
    record Swapped(EventName one, EventName other) implements Finding {

        @Override
        public String line() {
            return "%s and %s were swapped".formatted(one.english(), other.english());
        }

        @Override
        public String chinese() {
            return "%s 与 %s 被互换".formatted(one.chinese(), other.chinese());
        }
    }

    /** A run of events each of which was recorded so many positions earlier. */
    record Renumbered(long first, long last, long by) implements Finding {

        @Override
        public String line() {
            return "%s were renumbered: each was recorded %d %s"
                    .formatted(range(first, last), Math.abs(by), by > 0 ? "earlier" : "later");
        }

        @Override
        public String chinese() {
            return "%s被改号：原位置各%s %d".formatted(chineseRange(first, last), by > 0 ? "靠前" : "靠后", Math.abs(by));
        }
    }

    /** An event that does not follow the one before it in its stream. */
    record StreamBroken(EventName event, String problem, String problemInChinese) implements Finding {

        @Override
        public String line() {
            return event.english() + ": " + problem;
        }

        @Override
        public String chinese() {
            return event.chinese() + "：" + problemInChinese;
        }
    }

    /** An event that was recorded at an earlier time than the one before it: the clock of a server was wrong at one of the two. */
    record ClockSetBack(EventName event, Instant recordedAt, Instant before) implements Finding {

        @Override
        public String line() {
            return "%s: it was recorded at %s, after an event of %s: the clock was set back, or had been ahead"
                    .formatted(event.english(), recordedAt, before);
        }

        @Override
        public String chinese() {
            return "%s：记录时间为 %s，前一事件为 %s：时钟曾被拨回，或此前走快".formatted(event.chinese(), recordedAt, before);
        }
    }

    /** Events that were changed together with their leaf hashes, so that only what was signed tells. */
    record Replaced(long first, long last, String witness) implements Finding {

        @Override
        public String line() {
            return "%s: an event was replaced together with its leaf hash: %s was made over others"
                    .formatted(range(first, last), witness);
        }

        @Override
        public String chinese() {
            return "%s：有事件连同叶节点哈希被替换（%s 与之不符）".formatted(chineseRange(first, last), witness);
        }
    }

    /** A hash of an upper tile that is not the one over its events. */
    record TileDiffers(int level, long index, boolean isForged) implements Finding {

        @Override
        public String line() {
            return "%s: the hash over positions %d to %d is not the one the events give%s"
                    .formatted(
                            place(),
                            first(),
                            last(),
                            isForged ? ": the tile was changed, the events are as signed" : "");
        }

        @Override
        public String chinese() {
            return "%s：位置 %d 至 %d 的哈希与事件推出的不符%s".formatted(place(), first(), last(), isForged ? "（瓦片被改动，事件与签名一致）" : "");
        }

        private String place() {
            return tile(level, index);
        }

        private long first() {
            return index << (level * LogTile.HEIGHT);
        }

        private long last() {
            return ((index + 1) << (level * LogTile.HEIGHT)) - 1;
        }
    }

    /** A hash of an upper tile that should be there and is not, or should not and is. */
    record TileAstray(int level, long index, boolean isThere) implements Finding {

        @Override
        public String line() {
            return tile(level, index)
                    + (!isThere
                            ? ": the hash is missing"
                            : isAnywhere() ? ": a hash over more events than there are" : ": a hash where no tile is");
        }

        @Override
        public String chinese() {
            return tile(level, index) + (!isThere ? "：哈希缺失" : isAnywhere() ? "：哈希超出了事件的数目" : "：该处不应有瓦片");
        }

        private boolean isAnywhere() {
            return level > 0 && index >= 0;
        }
    }

    /** A head that is not that of the events. */
    record HeadDiffers(String what, String whatInChinese) implements Finding {

        @Override
        public String line() {
            return "head: " + what;
        }

        @Override
        public String chinese() {
            return "账首：" + whatInChinese;
        }
    }

    /** A checkpoint that is none, or that nobody trusted signed. */
    record CheckpointUnsound(String which, String problem) implements Finding {

        public CheckpointUnsound {
            which = OneLine.of(which);
            problem = OneLine.of(problem);
        }

        @Override
        public String line() {
            return which + ": " + problem;
        }

        @Override
        public String chinese() {
            return which + "：不成立（" + problem + "）";
        }
    }

    /** A cosignature that is none, or that its witness did not make over the checkpoint of its size. */
    record CosignatureUnsound(@Nullable Long size, @Nullable String witness, String problem, String problemInChinese)
            implements Finding {

        public CosignatureUnsound {
            witness = witness == null ? null : OneLine.of(witness);
            problem = OneLine.of(problem);
            problemInChinese = OneLine.of(problemInChinese);
        }

        @Override
        public String line() {
            return "the cosignature of %s by %s: %s"
                    .formatted(size == null ? "no size" : size, witness == null ? "nobody" : witness, problem);
        }

        @Override
        public String chinese() {
            return "%s的联署（%s）：%s"
                    .formatted(
                            size == null ? "大小不明" : "大小 " + size + " ",
                            witness == null ? "见证人不明" : witness,
                            problemInChinese);
        }
    }

    /** Something that is said to have been published, and was never signed. */
    record PublicationUnsound(@Nullable Long size) implements Finding {

        @Override
        public String line() {
            return "the publication of %s: there is no checkpoint of that size"
                    .formatted(size == null ? "no size" : size);
        }

        @Override
        public String chinese() {
            return "%s的公布：没有这个大小的检查点".formatted(size == null ? "大小不明" : "大小 " + size + " ");
        }
    }

    /** Keys of the log that do not follow from each other, or that nobody outside knows. */
    record KeysUnsound(String problem) implements Finding {

        public KeysUnsound {
            problem = OneLine.of(problem);
        }

        @Override
        public String line() {
            return "keys of the log: " + problem;
        }

        @Override
        public String chinese() {
            return "日志密钥不可信：" + problem;
        }
    }

    /** A checkpoint that was signed over events other than those the ledger has, and than those signed before and after. */
    record Forked(String which) implements Finding {

        @Override
        public String line() {
            return which + ": it was signed over other events than the ledger has: the log was forked";
        }

        @Override
        public String chinese() {
            return which + "：签署于另一套事件之上，日志出现分叉";
        }
    }

    /** A ledger that is shorter than was signed. */
    record RolledBack(String which, long signed, long size) implements Finding {

        @Override
        public String line() {
            return "%s: %d events were signed, and the ledger has %d: it was rolled back"
                    .formatted(which, signed, size);
        }

        @Override
        public String chinese() {
            return "%s：曾签署 %d 个事件，现仅有 %d 个：台账被回退".formatted(which, signed, size);
        }
    }

    /** An idempotency receipt that does not say what is sealed with the events of its request. */
    record ReceiptAstray(String key, String problem, String problemInChinese) implements Finding {

        public ReceiptAstray {
            key = OneLine.of(key);
            problem = OneLine.of(problem);
            problemInChinese = OneLine.of(problemInChinese);
        }

        @Override
        public String line() {
            return "receipt of the request '%s': %s".formatted(key, problem);
        }

        @Override
        public String chinese() {
            return "请求“%s”的回执：%s".formatted(key, problemInChinese);
        }
    }

    private static String range(long first, long last) {
        return first == last ? "position " + first : "positions %d to %d".formatted(first, last);
    }

    private static String chineseRange(long first, long last) {
        return first == last ? "位置 " + first : "位置 %d 至 %d".formatted(first, last);
    }

    /** Which tile, and which of its hashes. */
    private static String tile(int level, long index) {
        if (level < 0 || level > LogTile.HIGHEST_LEVEL || index < 0) {
            return "tile/%d, hash %d".formatted(level, index);
        }
        return "%s, hash %d"
                .formatted(new LogTile.Hashes(level, index / LogTile.FULL, LogTile.FULL).path(), index % LogTile.FULL);
    }
}
