package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.store.Appends.written;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.serviceledger.store.log.MerkleFrontier;

/** Consecutive batches, while other processes append to the same streams. */
class BatchTest {

    private static final String STREAM = "note-1";

    private final StreamTails committed = new StreamTails();

    @Test
    void whatAnotherProcessAppendedBehindABatchInFlightIsFollowed() {
        var inFlight = batch();
        inFlight.add(unit(0));
        var following = inFlight.following();
        committed.putAll(Map.of(STREAM, tail(4)));

        following.add(unit(5));

        assertThat(following.events())
                .extracting(placed -> placed.event().sequence())
                .containsExactly(5L);
    }

    @Test
    void whatIsHeardOfLateDoesNotReplaceWhatIsNewer() {
        committed.putAll(Map.of(STREAM, tail(4)));
        committed.putAll(Map.of(STREAM, tail(3)));
        var batch = batch();

        batch.add(unit(5));

        assertThat(batch.events()).hasSize(1);
    }

    private Batch batch() {
        return new Batch(MerkleFrontier.of(0, new byte[0]), committed, Map.of());
    }

    private static AppendUnit unit(int sequence) {
        var event = PendingEvent.of(written(STREAM, sequence, "a note"), Note.serializer(), "default");
        return new AppendUnit(List.of(event), null, null);
    }

    private static StreamTail tail(int sequence) {
        var hash = HexFormat.of().parseHex("00".repeat(32));
        return new StreamTail(sequence, hash, hash);
    }
}
