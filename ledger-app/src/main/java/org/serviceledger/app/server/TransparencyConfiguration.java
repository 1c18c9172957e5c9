package org.serviceledger.app.server;

import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.DataDirectory;
import org.serviceledger.app.data.LogKeyFiles;
import org.serviceledger.store.Disclosures;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.publication.Checkpoints;
import org.serviceledger.store.publication.LogKeyHistory;
import org.serviceledger.store.publication.PublishedLog;
import org.serviceledger.store.publication.Witnessing;
import org.serviceledger.store.witness.WitnessPolicy;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The transparency log (透明日志) of this ledger: who signs it, and how often. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransparencyConfiguration.Log.class)
class TransparencyConfiguration {

    /**
     * Name and keys of the log.
     *
     * @param origin the log's name; a bare host name, so that every verifier accepts it; must not change once others
     *     know it
     * @param key path of the key file; null for the default in the data directory
     * @param keyOverlap how long the previous key signs along with a new one
     * @param sm2 whether an SM2 key signs too
     */
    @ConfigurationProperties("ledger.log")
    record Log(
            @DefaultValue("localhost") String origin,
            @Nullable Path key,
            @DefaultValue("30d") Duration keyOverlap,
            @DefaultValue("false") boolean sm2) {}

    @Bean
    PublishedLog publishedLog(DataSource dataSource) {
        return new PublishedLog(dataSource, PostgresEventStorageEngine.Builder.DEFAULT_TENANT);
    }

    @Bean
    Disclosures disclosures(DataSource dataSource) {
        return new Disclosures(dataSource, PostgresEventStorageEngine.Builder.DEFAULT_TENANT);
    }

    @Bean
    LogKeyFiles logKeyFiles(Log settings, DataDirectory data) {
        var file = settings.key() == null ? data.root().resolve("log-key") : settings.key();
        return new LogKeyFiles(file, settings.origin(), settings.keyOverlap(), settings.sm2());
    }

    @Bean
    LogKeyHistory logKeyHistory(DataSource dataSource) {
        return new LogKeyHistory(dataSource);
    }

    @Bean
    KeyRotations keyRotations(
            LogKeyHistory history, Checkpoints checkpoints, LogKeyFiles files, CommandGateway commands) {
        return new KeyRotations(history, checkpoints, files, commands);
    }

    /** Completes an interrupted key rotation first: moves the key in force to its file. */
    @Bean
    Checkpoints checkpoints(
            DataSource dataSource, PublishedLog log, LogKeyFiles files, LogKeyHistory history, WitnessPolicy policy) {
        history.read().current().ifPresent(tenure -> files.settle(tenure.key()));
        return new Checkpoints(dataSource, log, files, policy);
    }

    @Bean
    CheckpointRun checkpointRun(Checkpoints checkpoints, Witnessing witnessing, KeyRotations rotations) {
        return new CheckpointRun(checkpoints, witnessing, rotations);
    }
}
