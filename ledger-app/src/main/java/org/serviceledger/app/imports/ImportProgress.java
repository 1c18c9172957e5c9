package org.serviceledger.app.imports;

import java.util.concurrent.atomic.AtomicLong;
import org.serviceledger.words.Words;

/** Counts of an import under way; batches come back on several threads. */
final class ImportProgress {

    /** Cases and acts read from the file and fit to be sent. */
    final AtomicLong cases = new AtomicLong();

    final AtomicLong acts = new AtomicLong();
    final AtomicLong casesAdded = new AtomicLong();
    final AtomicLong actsAdded = new AtomicLong();

    /** Cases of which the server held every act. */
    final AtomicLong held = new AtomicLong();

    /** Cases that were not taken, by the file's fault or by a rule. */
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
