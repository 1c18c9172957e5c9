package org.serviceledger.query.testing;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import org.serviceledger.fixtures.LedgerDatabase;
import org.serviceledger.store.Disclosures;
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
    LedgerDatabase logDatabase() {
        return LedgerDatabase.start();
    }

    @Bean
    PublishedLog publishedLog(LedgerDatabase logDatabase) {
        return new PublishedLog(logDatabase.dataSource(), TENANT);
    }

    @Bean
    WitnessPolicy witnessPolicy() {
        return WitnessPolicy.NONE;
    }

    @Bean
    Disclosures disclosures(LedgerDatabase logDatabase) {
        return new Disclosures(logDatabase.dataSource(), TENANT);
    }

    @Bean
    Checkpoints checkpoints(LedgerDatabase logDatabase, PublishedLog log) throws GeneralSecurityException {
        var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var signer = new NoteSigner(new VerifierKey("log.example", keys.getPublic()), keys.getPrivate());
        var checkpoints = new Checkpoints(logDatabase.dataSource(), log, signer);
        checkpoints.publish();
        return checkpoints;
    }
}
