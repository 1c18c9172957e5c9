package org.serviceledger.command.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part that all recording requests share: who acted and when. The defaults are the signed-in user and the current
 * time.
 */
public interface Envelope {

    @Nullable By by();

    @Nullable Instant at();
}
