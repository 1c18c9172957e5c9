package org.serviceledger.command.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/** A test of the write API. All such tests share one server and one ledger. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {WebTestApplication.class, TestHall.class},
        properties = {
            "ledger.write-api.body-limit=" + WebTest.LIMIT + "B",
            "ledger.write-api.import-body-limit=" + WebTest.IMPORT_LIMIT + "B",
            "axon.axonserver.enabled=false",
            "axon.timeout.enabled=false",
            "axon.serializer.general=jackson3",
            "axon.serializer.messages=jackson3",
            "axon.serializer.events=jackson3",
            "axoniq.update-checker.disabled=true",
            "spring.autoconfigure.exclude=org.axonframework.springboot.autoconfig.JdbcAutoConfiguration"
        })
@AutoConfigureMockMvc
@interface WebTest {

    int LIMIT = 64 << 10;

    int IMPORT_LIMIT = 1 << 20;
}
