package org.serviceledger.store;

/** The positions of the events of one append, without gaps; {@code last} is included. */
public record Positions(long first, long last) {

    public Positions {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("no positions: %d to %d".formatted(first, last));
        }
    }

    Positions through(Positions later) {
        return new Positions(Math.min(first, later.first), Math.max(last, later.last));
    }
}
