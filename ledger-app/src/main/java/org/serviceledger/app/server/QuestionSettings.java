package org.serviceledger.app.server;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the queries that requests send to Elasticsearch. Projections are not limited by them.
 *
 * @param answer maximum time to wait for an answer
 * @param atOnce maximum number of concurrent queries
 */
@ConfigurationProperties("ledger.questions")
record QuestionSettings(
        @DefaultValue("5s") Duration answer,
        @DefaultValue("32") int atOnce) {}
