package org.serviceledger.app.server;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of Elasticsearch questions may take for themselves; the folding of events is apart from it.
 *
 * @param answer how long an answer is waited for
 * @param atOnce how many questions may be under way at the same time
 */
@ConfigurationProperties("ledger.questions")
record QuestionSettings(
        @DefaultValue("5s") Duration answer,
        @DefaultValue("32") int atOnce) {}
