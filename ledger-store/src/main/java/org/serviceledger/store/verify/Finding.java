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
import org.serviceledger.words.Sentence;

/**
 * A difference between a ledger and what was signed, or an inconsistency within the ledger. Each type is as specific as
 * the data allow.
 */
public sealed interface Finding extends Sentence {

    /** Returns the finding as one line in the given language. Text quoted from rows has control characters replaced. */
    @Override
    default String line(Language language) {
        return OneLine.of(message()).in(language);
    }

    /** Which part of an event differs from what was signed. */
    enum Part {
        /** The log contains the stored leaf hash, but the row's content no longer yields it. */
        CONTENT,
        /** The log contains the leaf that the row's content yields, but the stored leaf hash differs. */
        LEAF_HASH,
        /**
         * The row's content does not yield the stored leaf hash, and it is unknown which of the two the log contains.
         */
        UNKNOWN
    }

    /** An event whose derived leaf hash differs from the stored one. */
    record Altered(EventName event, Part part) implements Finding {}

    /**
     * An event whose leaf does not link to the previous event of its stream. One of the two was changed, and it is
     * unknown which.
     *
     * @param before position of the previous event of the stream
     */
    record Unlinked(EventName event, long before) implements Finding {}

    /** An event with another stream pseudonym than the first event of the stream yields. */
    record PseudonymDiffers(EventName event) implements Finding {}

    /**
     * A range of adjacent positions, both ends inclusive. The message has its length as {@code count}, so that one
     * position gets a sentence of its own.
     */
    sealed interface OfPositions extends Finding {

        long first();

        long last();

        @Override
        default Message message() {
            return with(Finding.super.message(), "count", last() - first() + 1);
        }
    }

    /**
     * Positions without a row.
     *
     * @param whose the event that is missing, if the streams identify it; null otherwise
     */
    record Missing(long first, long last, @Nullable StreamPlace whose) implements OfPositions {}

    /**
     * Positions whose rows PostgreSQL cannot read because a page of its data files is damaged.
     *
     * @param reason PostgreSQL's error message
     */
    record Unreadable(long first, long last, String reason) implements OfPositions {}

    /** Rows after the end of the ledger as recorded in the head. */
    record BeyondHead(long first, long last) implements OfPositions {}

    /**
     * A run of adjacent events whose positions were all shifted by the same distance.
     *
     * @param by current position minus recorded position; negative if the events were recorded at higher positions
     */
    record Renumbered(long first, long last, long by) implements OfPositions {

        @Override
        public Message message() {
            var message = with(OfPositions.super.message(), "distance", Math.abs(by));
            return with(message, "isEarlier", by > 0);
        }
    }

    /**
     * Events that were changed together with their leaf hashes, so that only a signed root reveals the change.
     *
     * @param witness the source of the contradicting root
     */
    record Replaced(long first, long last, Source witness) implements OfPositions {}

    /** A check that is incomplete because PostgreSQL cannot read some of the rows it needs. */
    sealed interface Unchecked extends Finding {

        /**
         * Idempotency receipts that cannot be read.
         *
         * @param receipts number of unreadable receipts
         */
        record OfReceipts(long receipts, String reason) implements Unchecked {}

        /** The search for rows without a valid position failed. */
        record OfUnplacedRows(String reason) implements Unchecked {}
    }

    /**
     * A row whose position is negative or null.
     *
     * @param position null if the row has none
     */
    record OffTheLedger(
            String stream, long sequence, @Nullable Long position) implements Finding {}

    /**
     * An event with another position than it was recorded at.
     *
     * @param recordedAt the recorded position
     */
    record Moved(EventName event, long recordedAt) implements Finding {}

    /** Two events with exchanged positions. */
    record Swapped(EventName one, EventName other) implements Finding {}

    /** An event that is out of order in its stream. */
    sealed interface StreamBroken extends Finding {

        EventName event();

        /** Another row has the same position. */
        record Doubled(EventName event) implements StreamBroken {}

        /**
         * The event has a lower position than an earlier event of its stream.
         *
         * @param earlier sequence of the earlier event
         * @param position position of the earlier event
         */
        record BeforeEarlier(EventName event, long earlier, long position) implements StreamBroken {}

        /**
         * The event has a higher position than an event that should follow it.
         *
         * @param later sequence of the other event
         * @param position position of the other event
         */
        record BehindLater(EventName event, long later, long position) implements StreamBroken {}

        /** The previous event of its stream is missing. */
        record Orphaned(EventName event, StreamPlace predecessor) implements StreamBroken {}
    }

    /**
     * An event with an earlier recording time than the event before it in the ledger. The clock of a server was wrong
     * at one of the two.
     *
     * @param recordedAt recording time of the event
     * @param before recording time of the event before it
     */
    record ClockSetBack(EventName event, Instant recordedAt, Instant before) implements Finding {}

    /**
     * An upper-tile hash that differs from the hash over its events.
     *
     * @param level tile level
     * @param index index of the hash within the level
     * @param isForged whether a checkpoint or the head confirms the events and thus refutes the tile
     */
    record TileDiffers(int level, long index, boolean isForged) implements Finding {

        @Override
        public Message message() {
            var message = inTile(Finding.super.message(), level, index);
            message = with(message, "first", index << (level * LogTile.HEIGHT));
            return with(message, "last", ((index + 1) << (level * LogTile.HEIGHT)) - 1);
        }
    }

    /**
     * An upper-tile hash that is missing, or that exists where the tree has none.
     *
     * @param level tile level
     * @param index index of the hash within the level
     * @param isThere true if the hash exists, false if it is missing
     */
    record TileAstray(int level, long index, boolean isThere) implements Finding {

        @Override
        public Message message() {
            var message = inTile(Finding.super.message(), level, index);
            return with(message, "isAnywhere", level > 0 && index >= 0);
        }
    }

    /** A head that does not match the events. */
    sealed interface HeadDiffers extends Finding {

        /** The ledger has no head. */
        record Missing() implements HeadDiffers {}

        /**
         * The head's root differs from that of the events.
         *
         * @param since first position that no matching checkpoint covers
         */
        record InRoot(long size, long since) implements HeadDiffers {}

        /** The head's root is correct, but its frontier, which the next append starts from, differs. */
        record InFrontier(long size) implements HeadDiffers {}
    }

    /** A checkpoint that is malformed or lacks a trusted signature. */
    sealed interface CheckpointUnsound extends Finding {

        /** It is no checkpoint. */
        record Malformed(Source which, Message reason) implements CheckpointUnsound {}

        /** The row's size is negative or null. */
        record OfNoLedger(Source which) implements CheckpointUnsound {}

        /**
         * The checkpoint's size differs from the size of its row.
         *
         * @param size size in the checkpoint
         */
        record OfOtherSize(Source which, long size) implements CheckpointUnsound {}

        /** The checkpoint lacks the required signature. */
        record Unsigned(Source which, KeyFlaw flaw) implements CheckpointUnsound {}
    }

    /** A cosignature that is malformed, or that its witness did not make over the checkpoint of its size. */
    sealed interface CosignatureUnsound extends Finding {

        /** Who made it is no witness. */
        record OfNoWitness(@Nullable Long size, @Nullable String witness, Message reason)
                implements CosignatureUnsound {}

        /** It is no signature. */
        record Malformed(@Nullable Long size, @Nullable String witness, Message reason) implements CosignatureUnsound {}

        /** There is no checkpoint of this size. */
        record OfNoCheckpoint(@Nullable Long size, @Nullable String witness) implements CosignatureUnsound {}

        /** The signature is not valid for the checkpoint and the witness's key. */
        record Wrong(@Nullable Long size, @Nullable String witness) implements CosignatureUnsound {}
    }

    /** A size that is recorded as published, but has no checkpoint. */
    record PublicationUnsound(@Nullable Long size) implements Finding {}

    /** Log keys that are not linked to each other, or none of which is trusted from outside. */
    sealed interface KeysUnsound extends Finding {

        /** A row is no key. */
        record Malformed(Message reason) implements KeysUnsound {}

        /** A key is not linked to the key before it. */
        record Unconnected(KeyFlaw flaw) implements KeysUnsound {}

        /**
         * None of the ledger's keys is one of the trusted keys.
         *
         * @param known the trusted keys
         */
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

    /**
     * A checkpoint over other events than those of the ledger, although other evidence, such as a later checkpoint or
     * the tile, confirms the ledger's events.
     */
    record Forked(Source which) implements Finding {}

    /**
     * A ledger with fewer events than a checkpoint states.
     *
     * @param signed size of the checkpoint
     * @param size size of the ledger
     */
    record RolledBack(Source which, long signed, long size) implements Finding {}

    /** An idempotency receipt that contradicts the sealed metadata of its request's events. */
    sealed interface ReceiptAstray extends Finding {

        /** The last position is below the first. */
        record Backwards(String key, long first, long last) implements ReceiptAstray {}

        /** There is no event at a position that the receipt names. */
        record OfNoEvent(
                String key, long position, @Nullable String stream) implements ReceiptAstray {}

        /**
         * The event at the first position belongs to another stream than the receipt states.
         *
         * @param found stream of the event
         * @param stream stream in the receipt
         */
        record OfOtherStream(
                String key,
                long position,
                @Nullable String found,
                @Nullable String stream) implements ReceiptAstray {}

        /** The event at a position that the receipt names was recorded for another request, or for none. */
        record OfOtherRequest(String key, long position) implements ReceiptAstray {}

        /** The request digest of the receipt differs from that of the event. */
        record DigestDiffers(String key, long position) implements ReceiptAstray {}

        /** The event before the first position was recorded for the same request. */
        record BeginsLate(String key, long position) implements ReceiptAstray {}

        /** The event after the last position was recorded for the same request. */
        record EndsEarly(String key, long position) implements ReceiptAstray {}
    }

    private static Message with(Message message, String name, Object value) {
        var arguments = new LinkedHashMap<String, @Nullable Object>(message.arguments());
        arguments.put(name, value);
        return new Message(message.key(), arguments);
    }

    /**
     * Adds the path of the tile and the index of the hash within it. A level or index that no tile can have is given as
     * it is stored.
     */
    private static Message inTile(Message message, int level, long index) {
        if (level < 0 || level > LogTile.HIGHEST_LEVEL || index < 0) {
            return with(with(message, "tile", "tile/" + level), "hash", index);
        }
        var tile = new LogTile.Hashes(level, index / LogTile.FULL, LogTile.FULL).path();
        return with(with(message, "tile", tile), "hash", index % LogTile.FULL);
    }
}
