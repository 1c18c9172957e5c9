package org.serviceledger.app.imports;

import java.util.concurrent.atomic.AtomicLong;
import org.serviceledger.words.Words;

/** Counters of a running import. Several threads update them as answers arrive. */
final class ImportProgress {

    /** Cases read from the file and accepted for sending. */
    final AtomicLong cases = new AtomicLong();

    final AtomicLong acts = new AtomicLong();
    final AtomicLong casesAdded = new AtomicLong();
    final AtomicLong actsAdded = new AtomicLong();

    /** Cases whose every act the server already has. */
    final AtomicLong held = new AtomicLong();

    /** Cases not imported, because of the file or because a rule refused them. */
    final AtomicLong refused = new AtomicLong();

    String pace(double seconds) {
        return Words.say(
                "console.import.pace",
                "cases",
                cases.get(),
                "acts",
                acts.get(),
                "pace",
                Math.round(acts.get() / seconds));
    }
}
