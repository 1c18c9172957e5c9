package org.serviceledger.projection.engine;

import java.util.List;

/**
 * What a segment of a read model has written to its index.
 *
 * @param index the index written to
 * @param position the position of the last event counted; repeated events up to it are not counted again
 */
record Tally(int segment, String index, long position, Counts counts) {

    Tally after(long reached, Counts more) {
        return new Tally(segment, index, reached, counts.plus(more));
    }

    static Counts sum(List<Tally> tallies) {
        return tallies.stream().map(Tally::counts).reduce(Counts.NONE, Counts::plus);
    }

    static long highestPosition(List<Tally> tallies) {
        return tallies.stream().mapToLong(Tally::position).max().orElse(-1);
    }
}
