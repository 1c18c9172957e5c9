package org.serviceledger.command.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What every request to record something may say: who did it and when, if not the one who asks and not just now. */
interface Act {

    @Nullable By by();

    @Nullable Instant at();
}
