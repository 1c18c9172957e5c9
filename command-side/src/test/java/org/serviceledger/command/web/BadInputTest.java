package org.serviceledger.command.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.serviceledger.api.act.DeclaredActs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever is wrong with a request, the response states it and nothing is stored. */
@WebTest
final class BadInputTest {

    private final TestHall hall;
    private final Refusals refusals;
    private final RequestMappingHandlerMapping mappings;

    @Autowired
    BadInputTest(TestHall hall, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.hall = hall.open();
        this.refusals = new Refusals(hall);
        this.mappings = mappings;
    }

    @TestFactory
    Stream<DynamicContainer> everyCommand() {
        return Endpoints.all(hall).stream().map(this::container);
    }

    @Test
    void noCommandIsLeftOut() {
        var listed = new HashSet<>(Set.of("POST /api/imports/{id}/cases")); // a list, with its own tests
        Endpoints.all(hall).forEach(endpoint -> listed.add(endpoint.toString()));

        var mapped = new HashSet<String>();
        mappings.getHandlerMethods().forEach((info, method) -> {
            if (WriteApi.contains(method.getBeanType())) {
                for (var verb : info.getMethodsCondition().getMethods()) {
                    if (verb != RequestMethod.GET) {
                        info.getPatternValues().forEach(path -> mapped.add(verb + " " + path));
                    }
                }
            }
        });

        assertThat(mapped).hasSizeGreaterThan(50).isEqualTo(listed);
        assertThat(mapped)
                .containsAll(DeclaredActs.ALL.stream()
                        .map(act -> act.verb() + " " + act.template())
                        .toList());
    }

    /**
     * The faulty requests come first, all to one record. The correct command to the same record follows and proves that
     * the record was suitable.
     */
    private DynamicContainer container(Endpoint endpoint) {
        var lazy = new Lazy(endpoint);
        var nodes = new ArrayList<DynamicNode>(new BodyFaults(refusals, endpoint, lazy::path).all());
        endpoint.early()
                .ifPresent(early -> nodes.add(dynamicTest("out of order", () -> {
                    var action =
                            endpoint.template().substring(endpoint.template().lastIndexOf('/'));
                    refusals.refused(endpoint, early.get() + action, endpoint.body(), 409, null);
                })));
        if (!endpoint.unknown().isEmpty()) {
            nodes.add(dynamicTest("unknown id", () -> {
                var answer = refusals.refused(endpoint, endpoint.unknown(), endpoint.body(), null, null);
                assertThat(answer.status()).as(answer.text()).isIn(404, 409);
            }));
        }
        if (!endpoint.misshapen().isEmpty()) {
            nodes.add(dynamicTest("ill-formed id", () -> {
                var parameter = endpoint.template().replaceAll("^.*\\{(\\w+)}.*$", "$1");
                refusals.refused(endpoint, endpoint.misshapen(), endpoint.body(), 400, parameter);
            }));
            nodes.add(dynamicTest("over-long path", () -> {
                var path = endpoint.template().replaceAll("\\{\\w+}", "9".repeat(300));
                refusals.refused(endpoint, path, endpoint.body(), 400, null);
            }));
        }
        if (endpoint.template().startsWith("/api/public/")) {
            return dynamicContainer(endpoint.toString(), nodes);
        }
        nodes.add(dynamicTest("right", () -> {
            var answer = refusals.ask(endpoint, lazy.path(), endpoint.body().getBytes(UTF_8), "application/json");
            assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
            assertThat(answer.position()).isEqualTo(hall.size() - 1);
        }));
        if (!endpoint.again()) {
            nodes.add(dynamicTest("twice", () -> {
                var answer = refusals.refused(endpoint, lazy.path(), endpoint.body(), null, null);
                assertThat(answer.status()).isIn(409, 422);
                assertThat(answer.json().path("refusal").asString()).isNotBlank();
            }));
        }
        return dynamicContainer(endpoint.toString(), nodes);
    }

    /** Creates the record on first use. */
    private static final class Lazy {

        private final Endpoint endpoint;
        private @Nullable String path;

        private Lazy(Endpoint endpoint) {
            this.endpoint = endpoint;
        }

        private String path() {
            if (path == null) {
                path = endpoint.ready().get();
            }
            return path;
        }
    }
}
