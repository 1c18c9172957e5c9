package org.serviceledger.app.server;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.DataDirectory;
import org.serviceledger.app.data.LogKey;
import org.serviceledger.store.Checkpoints;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.PublishedLog;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.VerifierKey;
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
     * How the log is called and signed.
     *
     * @param origin its name, a bare host name so that every verifier takes it; never changed once others know it
     * @param key the file with its key; in the data directory if not told
     */
    @ConfigurationProperties("ledger.log")
    record Log(
            @DefaultValue("localhost") String origin,
            @Nullable Path key) {}

    @Bean
    PublishedLog publishedLog(DataSource dataSource) {
        return new PublishedLog(dataSource, PostgresEventStorageEngine.Builder.DEFAULT_TENANT);
    }

    @Bean
    Checkpoints checkpoints(DataSource dataSource, PublishedLog log, Log settings, DataDirectory data) {
        var file = settings.key() == null ? data.root().resolve("log-key") : settings.key();
        var pair = LogKey.of(file);
        var verifier = new VerifierKey(settings.origin(), pair.getPublic());
        return new Checkpoints(dataSource, log, new NoteSigner(verifier, pair.getPrivate()));
    }

    @Bean
    CheckpointRun checkpointRun(Checkpoints checkpoints) {
        return new CheckpointRun(checkpoints);
    }
}
