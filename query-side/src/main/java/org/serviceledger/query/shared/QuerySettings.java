package org.serviceledger.query.shared;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings that each county may choose.
 *
 * @param recordedLateAfter an act recorded later than this after it happened counts as entered afterwards
 * @param smallestCell public statistics show no smaller count
 * @param progressAttempts how many wrong codes are accepted for a case number
 * @param progressWindow after how long without a wrong code the count starts anew
 */
@ConfigurationProperties("ledger.query")
public record QuerySettings(
        @DefaultValue("24h") Duration recordedLateAfter,
        @DefaultValue("5") int smallestCell,
        @DefaultValue("10") int progressAttempts,
        @DefaultValue("15m") Duration progressWindow) {}
