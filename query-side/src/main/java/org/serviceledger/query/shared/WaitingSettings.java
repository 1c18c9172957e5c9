package org.serviceledger.query.shared;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many questions may wait for a position, and for which.
 *
 * @param most at the same time
 * @param mostOfOneAddress at the same time of those that come from one address
 * @param ahead how far beyond the end of the ledger the position may lie
 * @param retryAfter when those are to ask again that may not wait
 */
@ConfigurationProperties("ledger.query.waiting")
public record WaitingSettings(
        @DefaultValue("2000") int most,
        @DefaultValue("200") int mostOfOneAddress,
        @DefaultValue("1000") long ahead,
        @DefaultValue("5s") Duration retryAfter) {}
