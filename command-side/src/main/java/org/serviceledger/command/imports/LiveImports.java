package org.serviceledger.command.imports;

import org.axonframework.modelling.command.Repository;
import org.serviceledger.command.stream.LiveShells;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the imports going on alive. */
@Configuration(proxyBeanMethods = false)
class LiveImports {

    @Bean
    Repository<FileImport> fileImportRepository(LiveShells shells) {
        return shells.atMost(100, FileImport.class);
    }
}
