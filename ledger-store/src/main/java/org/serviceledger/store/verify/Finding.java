package org.serviceledger.store.verify;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.KeyFlaw;
import org.serviceledger.store.log.LogTile;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** Something in a ledger that is not as it was signed, named as precisely as can be told. */
public sealed interface Finding {

    /** What there is to say of it, its components by their names among that; the words stand in the bundles. */
    default Message message() {
        return Message.of((Record) this);
    }

    /** One line in the language that is being spoken. */
    default String line() {
        return line(Language.current());
    }

    /** One line in a language of the caller's choice. */
    default String line(Language language) {
        return OneLine.of(message()).in(language);
    }

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
    record Altered(EventName event, Part part) implements Finding {}

    /** An event that does not follow the one before it in its stream, though each gives a leaf of its own. */
    record Unlinked(EventName event, long before) implements Finding {}

    /** An event whose stream's pseudonym is another than its first event gives. */
    record PseudonymDiffers(EventName event) implements Finding {}

    /** Positions beside each other; that there is but one is said otherwise. */
    sealed interface OfPositions extends Finding {

        long first();

        long last();

        @Override
        default Message message() {
            return with(Finding.super.message(), "count", last() - first() + 1);
        }
    }

    /** Positions without a row; whose events they were, where the streams tell. */
    record Missing(long first, long last, @Nullable StreamPlace whose) implements OfPositions {}

    /** Positions whose rows PostgreSQL cannot read: a page of its files is damaged. */
    record Unreadable(long first, long last, String reason) implements OfPositions {}

    /** Rows beyond where the head says the ledger ends. */
    record BeyondHead(long first, long last) implements OfPositions {}

    /** A run of events each of which was recorded so many positions earlier. */
    record Renumbered(long first, long last, long by) implements OfPositions {

        @Override
        public Message message() {
            var message = with(OfPositions.super.message(), "distance", Math.abs(by));
            return with(message, "isEarlier", by > 0);
        }
    }

    /** Events that were changed together with their leaf hashes, so that only what was signed tells. */
    record Replaced(long first, long last, Source witness) implements OfPositions {}

    /** A check that needs rows PostgreSQL cannot read, and so was not made of all of them. */
    sealed interface Unchecked extends Finding {

        /** Receipts that cannot be read. */
        record OfReceipts(long receipts, String reason) implements Unchecked {}

        /** Whether rows stand at no position. */
        record OfUnplacedRows(String reason) implements Unchecked {}
    }

    /** A row of a stream that stands where the ledger has no position, or at none at all. */
    record OffTheLedger(
            String stream, long sequence, @Nullable Long position) implements Finding {}

    /** An event that was recorded at another position. */
    record Moved(EventName event, long recordedAt) implements Finding {}

    /** Two events that stand in each other's place. */
    record Swapped(EventName one, EventName other) implements Finding {}

    /** An event that does not follow the one before it in its stream. */
    sealed interface StreamBroken extends Finding {

        EventName event();

        /** Another row stands at the same position. */
        record Doubled(EventName event) implements StreamBroken {}

        /** It stands before one it should follow. */
        record BeforeEarlier(EventName event, long earlier, long position) implements StreamBroken {}

        /** One that should follow it stands before it. */
        record BehindLater(EventName event, long later, long position) implements StreamBroken {}

        /** The one it follows is not there. */
        record Orphaned(EventName event, StreamPlace predecessor) implements StreamBroken {}
    }

    /** An event that was recorded at an earlier time than the one before it: the clock of a server was wrong at one of the two. */
    record ClockSetBack(EventName event, Instant recordedAt, Instant before) implements Finding {}

    /** A hash of an upper tile that is not the one over its events. */
    record TileDiffers(int level, long index, boolean isForged) implements Finding {

        @Override
        public Message message() {
            var message = inTile(Finding.super.message(), level, index);
            message = with(message, "first", index << (level * LogTile.HEIGHT));
            return with(message, "last", ((index + 1) << (level * LogTile.HEIGHT)) - 1);
        }
    }

    /** A hash of an upper tile that should be there and is not, or should not and is. */
    record TileAstray(int level, long index, boolean isThere) implements Finding {

        @Override
        public Message message() {
            var message = inTile(Finding.super.message(), level, index);
            return with(message, "isAnywhere", level > 0 && index >= 0);
        }
    }

    /** A head that is not that of the events. */
    sealed interface HeadDiffers extends Finding {

        /** There is none. */
        record Missing() implements HeadDiffers {}

        /**
         * Its root is another.
         *
         * @param since the first position that nothing signed vouches for
         */
        record InRoot(long size, long since) implements HeadDiffers {}

        /** Its root is right, and what the log is continued from is another. */
        record InFrontier(long size) implements HeadDiffers {}
    }

    /** A checkpoint that is none, or that nobody trusted signed. */
    sealed interface CheckpointUnsound extends Finding {

        /** It is no checkpoint. */
        record Malformed(Source which, Message reason) implements CheckpointUnsound {}

        /** No ledger can have the size it stands under. */
        record OfNoLedger(Source which) implements CheckpointUnsound {}

        /** It is of so many events, and stands under another size. */
        record OfOtherSize(Source which, long size) implements CheckpointUnsound {}

        /** It is not signed as it had to be. */
        record Unsigned(Source which, KeyFlaw flaw) implements CheckpointUnsound {}
    }

    /** A cosignature that is none, or that its witness did not make over the checkpoint of its size. */
    sealed interface CosignatureUnsound extends Finding {

        /** Who made it is no witness. */
        record OfNoWitness(@Nullable Long size, @Nullable String witness, Message reason)
                implements CosignatureUnsound {}

        /** It is no signature. */
        record Malformed(@Nullable Long size, @Nullable String witness, Message reason) implements CosignatureUnsound {}

        /** There is nothing it could be over. */
        record OfNoCheckpoint(@Nullable Long size, @Nullable String witness) implements CosignatureUnsound {}

        /** It is over something else, or of somebody else. */
        record Wrong(@Nullable Long size, @Nullable String witness) implements CosignatureUnsound {}
    }

    /** Something that is said to have been published, and was never signed. */
    record PublicationUnsound(@Nullable Long size) implements Finding {}

    /** Keys of the log that do not follow from each other, or that nobody outside knows. */
    sealed interface KeysUnsound extends Finding {

        /** A row is no key. */
        record Malformed(Message reason) implements KeysUnsound {}

        /** One does not follow from the one before it. */
        record Unconnected(KeyFlaw flaw) implements KeysUnsound {}

        /** None of them is one of those known outside. */
        record Unknown(List<VerifierKey> known) implements KeysUnsound {

            @Override
            public Message message() {
                return with(KeysUnsound.super.message(), "known", either());
            }

            private Object either() {
                return known.stream()
                        .<Object>map(key -> key)
                        .reduce((one, other) -> Message.of("KeysUnsound.either", "one", one, "other", other))
                        .orElse("—");
            }
        }
    }

    /** A checkpoint that was signed over events other than those the ledger has, and than those signed before and after. */
    record Forked(Source which) implements Finding {}

    /** A ledger that is shorter than was signed. */
    record RolledBack(Source which, long signed, long size) implements Finding {}

    /** An idempotency receipt that does not say what is sealed with the events of its request. */
    sealed interface ReceiptAstray extends Finding {

        /** It ends before it begins. */
        record Backwards(String key, long first, long last) implements ReceiptAstray {}

        /** There is no event where it points. */
        record OfNoEvent(
                String key, long position, @Nullable String stream) implements ReceiptAstray {}

        /** The event it points at is of another stream than it says. */
        record OfOtherStream(
                String key,
                long position,
                @Nullable String found,
                @Nullable String stream) implements ReceiptAstray {}

        /** The event it points at was recorded for another request, or for none. */
        record OfOtherRequest(String key, long position) implements ReceiptAstray {}

        /** The request it tells of is another than the event says. */
        record DigestDiffers(String key, long position) implements ReceiptAstray {}

        /** The event before the first one was recorded for the request too. */
        record BeginsLate(String key, long position) implements ReceiptAstray {}

        /** The event behind the last one was recorded for the request too. */
        record EndsEarly(String key, long position) implements ReceiptAstray {}
    }

    /** A message with one more argument. */
    private static Message with(Message message, String name, Object value) {
        var arguments = new LinkedHashMap<String, @Nullable Object>(message.arguments());
        arguments.put(name, value);
        return new Message(message.key(), arguments);
    }

    /** Which tile, and which of its hashes. */
    private static Message inTile(Message message, int level, long index) {
        if (level < 0 || level > LogTile.HIGHEST_LEVEL || index < 0) {
            return with(with(message, "tile", "tile/" + level), "hash", index);
        }
        var tile = new LogTile.Hashes(level, index / LogTile.FULL, LogTile.FULL).path();
        return with(with(message, "tile", tile), "hash", index % LogTile.FULL);
    }
}
