package org.serviceledger.projection.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the read models.
 *
 * @param segments the number of segments of each read model's processor at its first start; at least the number of
 *     nodes
 * @param batchSize the number of events folded and written at once
 * @param threads the number of threads that fold and write, for all read models together
 * @param cachedDocuments the number of documents kept in memory for each segment
 * @param rebuildChunk the number of events a rebuild folds in memory before it writes documents
 * @param replicas the number of copies of each index; 0 for a single node
 * @param refreshInterval how often Elasticsearch makes new documents visible if no caller waits for them
 * @param checkEvery how often the engine compares each index with what was written to it
 * @param graceOfShards how long an index may lack its shards before the engine gives it up and rebuilds it
 */
@ConfigurationProperties("ledger.projections")
public record ProjectionSettings(
        @DefaultValue("1") int segments,
        @DefaultValue("500") int batchSize,
        @DefaultValue("8") int threads,
        @DefaultValue("2000") int cachedDocuments,
        @DefaultValue("20000") int rebuildChunk,
        @DefaultValue("0") int replicas,
        @DefaultValue("1s") Duration refreshInterval,
        @DefaultValue("15s") Duration checkEvery,
        @DefaultValue("60s") Duration graceOfShards) {

    public static ProjectionSettings defaults() {
        return new ProjectionSettings(
                1, 500, 8, 2000, 20_000, 0, Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofSeconds(60));
    }
}
