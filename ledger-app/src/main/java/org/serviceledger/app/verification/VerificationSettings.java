package org.serviceledger.app.verification;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Schedule and extent of the daily verification.
 *
 * @param at time of day, in the county's time zone
 * @param documents minimum number of documents to rebuild from their events and compare each time; 0 for none
 * @param nights number of nights after which every document has been compared
 */
@ConfigurationProperties("ledger.verification")
record VerificationSettings(
        @DefaultValue("02:30") LocalTime at,
        @DefaultValue("1000") int documents,
        @DefaultValue("14") int nights) {

    VerificationSettings {
        if (nights < 1 || documents < 0) {
            throw new IllegalArgumentException("ledger.verification.nights must be at least 1, documents at least 0");
        }
    }
}
