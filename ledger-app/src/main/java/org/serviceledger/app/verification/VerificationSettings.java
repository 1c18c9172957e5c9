package org.serviceledger.app.verification;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the whole ledger is checked, and how much of the read models.
 *
 * @param at time of day, by the county's clock
 * @param documents how many documents are folded anew and compared each time
 */
@ConfigurationProperties("ledger.verification")
record VerificationSettings(
        @DefaultValue("02:30") LocalTime at,
        @DefaultValue("1000") int documents) {}
