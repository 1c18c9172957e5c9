package org.serviceledger.projection.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the read models are kept.
 *
 * @param segments parts each read model's processor is divided into at its first start; at least as many as nodes
 * @param batchSize events folded and written at once
 * @param threads that fold and write, for all read models together
 * @param cachedDocuments documents kept in memory for each segment
 * @param rebuildChunk events folded in memory before anything is written, when a read model is built anew
 * @param replicas copies of each index; 0 for a single node
 * @param refreshInterval how often Elasticsearch shows new documents if nobody waits for them
 * @param checkEvery how often each index is compared with what was written to it
 * @param graceOfShards how long an index may be without its shards before it is given up and rebuilt
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
