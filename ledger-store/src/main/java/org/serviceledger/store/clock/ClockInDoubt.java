package org.serviceledger.store.clock;

import org.serviceledger.words.Language;

/** Thrown instead of doing something that cannot be undone, because the clock of this machine is in doubt. */
public final class ClockInDoubt extends RuntimeException {

    ClockInDoubt(ClockDoubt doubt) {
        super(doubt.line(Language.ENGLISH));
    }
}
