package org.serviceledger.app.operations;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The operations page and the sections that belong to no other package. */
@Configuration(proxyBeanMethods = false)
@Import({
    OperationsPage.class,
    LedgerSection.class,
    DailyAnchorSection.class,
    ReadModelsSection.class,
    ReadModelMeters.class
})
public class OperationsConfiguration {}
