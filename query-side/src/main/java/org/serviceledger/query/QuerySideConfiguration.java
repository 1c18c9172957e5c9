package org.serviceledger.query;

import io.swagger.v3.oas.models.info.Info;
import org.serviceledger.query.shared.QuerySettings;
import org.serviceledger.query.shared.WaitingSettings;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The questions and their answers, in JSON and as pages. Needs an Elasticsearch client, a clock and the progress of the read models. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties({QuerySettings.class, WaitingSettings.class})
public class QuerySideConfiguration {

    @Bean
    OpenApiCustomizer title() {
        return api -> api.info(new Info()
                .title("政务服务台账 Service-record ledger")
                .description("每个回答都带 asOf（所反映的台账位置）；minPosition 可等到某次写入可见为止。"
                        + " Every answer carries asOf, the position of the ledger it reflects; with minPosition a question"
                        + " waits for what was just written. Problems are RFC 9457.")
                .version("v1"));
    }
}
