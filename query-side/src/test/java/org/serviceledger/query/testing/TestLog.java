package org.serviceledger.query.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import javax.sql.DataSource;
import org.serviceledger.store.Disclosures;
import org.serviceledger.store.LedgerSchema;
import org.serviceledger.store.embedded.EmbeddedPostgres;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.publication.Checkpoints;
import org.serviceledger.store.publication.PublishedLog;
import org.serviceledger.store.witness.WitnessPolicy;
import org.springframework.context.annotation.Bean;

/** A log on a real PostgreSQL that has sealed nothing yet, so that its events look as if recorded a moment ago. */
public class TestLog {

    private static final String TENANT = "default";

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.start(Files.createTempDirectory("query-side-log-"));
    }

    @Bean
    PublishedLog publishedLog(EmbeddedPostgres postgres) {
        return new PublishedLog(application(postgres), TENANT);
    }

    @Bean
    WitnessPolicy witnessPolicy() {
        return WitnessPolicy.NONE;
    }

    @Bean
    Disclosures disclosures(EmbeddedPostgres postgres) {
        return new Disclosures(application(postgres), TENANT);
    }

    @Bean
    Checkpoints checkpoints(EmbeddedPostgres postgres, PublishedLog log) throws GeneralSecurityException {
        try (var owner = pool(postgres.jdbcUrl(), postgres.user(), postgres.password())) {
            LedgerSchema.migrate(owner, postgres.applicationUser());
        }
        var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var signer = new NoteSigner(new VerifierKey("log.example", keys.getPublic()), keys.getPrivate());
        var checkpoints = new Checkpoints(application(postgres), log, signer);
        checkpoints.publish();
        return checkpoints;
    }

    private static DataSource application(EmbeddedPostgres postgres) {
        return pool(postgres.jdbcUrl(), postgres.applicationUser(), postgres.applicationPassword());
    }

    private static HikariDataSource pool(String url, String user, String password) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(2);
        pool.setMinimumIdle(0);
        return pool;
    }
}
