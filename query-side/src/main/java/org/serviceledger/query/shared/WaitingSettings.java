package org.serviceledger.query.shared;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits for questions that wait for a position.
 *
 * @param most how many questions may wait at the same time
 * @param mostOfOneAddress how many questions from one address may wait at the same time
 * @param ahead how far beyond the end of the ledger the position may be
 * @param retryAfter after how long a refused question may be asked again
 */
@ConfigurationProperties("ledger.query.waiting")
public record WaitingSettings(
        @DefaultValue("2000") int most,
        @DefaultValue("200") int mostOfOneAddress,
        @DefaultValue("1000") long ahead,
        @DefaultValue("5s") Duration retryAfter) {}
