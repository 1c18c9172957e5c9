package org.serviceledger.app.verification;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the whole ledger is checked, and how much of the read models.
 *
 * @param at time of day, by the county's clock
 * @param documents how many documents are folded anew and compared each time at least; 0 for none
 * @param nights after how many nights every document has been compared
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
