package org.serviceledger.app.server;

import org.serviceledger.app.security.SecurityConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Writing, projecting and reading in one process. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({StorageConfiguration.class, AxonConfiguration.class, SecurityConfiguration.class, OperationsApi.class})
class LedgerApplication {}
