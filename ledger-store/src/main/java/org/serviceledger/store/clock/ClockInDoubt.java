package org.serviceledger.store.clock;

import org.serviceledger.words.Language;

/** Something that cannot be undone was not done, since the clock of this machine is not believed. */
public final class ClockInDoubt extends RuntimeException {

    ClockInDoubt(ClockDoubt doubt) {
        super(doubt.line(Language.ENGLISH));
    }
}
