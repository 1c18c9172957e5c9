package org.serviceledger.app.endtoend;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.endtoend.ApiDescription.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Generates nearly valid requests; the same seed gives the same requests. */
final class MutatedRequests {

    private static final List<String> PAGES = List.of(
            "/",
            "/items",
            "/items/{id}",
            "/halls",
            "/halls/{organizationId}",
            "/progress",
            "/ledger",
            "/sign-in",
            "/cases",
            "/cases/{caseNumber}",
            "/acts",
            "/desk",
            "/desk/new",
            "/desk/cases/{caseNumber}",
            "/performance",
            "/attendance",
            "/people/{staffNumber}",
            "/operations",
            "/error",
            "/favicon.ico");

    private final ApiDescription api;
    private final List<Operation> operations;
    private final long seed;

    MutatedRequests(ApiDescription api, long seed) {
        this.api = api;
        this.seed = seed;
        this.operations = new ArrayList<>(api.operations());
        PAGES.forEach(page -> operations.add(new Operation("GET", page, List.of(), null)));
    }

    /** A request to send. */
    record Mutated(String method, String target, List<String> headers, String body) {

        byte[] bytes(String... more) {
            var all = new ArrayList<>(headers);
            all.addAll(List.of(more));
            return Wire.request(method + " " + target, body, all.toArray(String[]::new));
        }

        @Override
        public String toString() {
            return "%s %s %s %s".formatted(method, target, headers, body.length() > 500 ? body.length() : body);
        }
    }

    Mutated number(int number) {
        var random = new SplittableRandom(seed + number * 0x9E3779B97F4A7C15L);
        var mutations = new Mutations(random);
        var operation = operations.get(random.nextInt(operations.size()));
        var oftenBody = operation.body() == null ? 0 : 6;
        var what = random.nextInt(10 + oftenBody); // the part that is invalid for certain
        var method = what == 0 ? mutations.method() : operation.method();
        var path = path(operation, random, what == 1 || what == 2 ? mutations : null);
        path = what == 3 ? path + mutations.pathTail() : path;
        var query = query(operation, random, what == 4 || what == 5 ? mutations : null);
        query = what == 6 ? query + (query.isEmpty() ? "" : "&") + mutations.queryTail() : query;
        var headers = new ArrayList<String>();
        if (what == 7 || what == 8) {
            headers.add(mutations.header());
        }
        var body =
                operation.body() == null ? "" : body(api.value("body", operation.body(), random, 0), what, mutations);
        if (!body.isEmpty() && headers.stream().noneMatch(header -> header.startsWith("Content-Type"))) {
            headers.add("Content-Type: application/json");
        }
        return new Mutated(method, path + (query.isEmpty() ? "" : "?" + query), headers, body);
    }

    private static String body(JsonNode right, int what, Mutations mutations) {
        return what >= 9 ? mutations.body(right) : right.toString();
    }

    private String path(Operation operation, RandomGenerator random, @Nullable Mutations wrong) {
        var path = operation.path().replace("/**", "/0/000");
        while (path.contains("{")) {
            var name = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
            var value = wrong != null && random.nextBoolean()
                    ? wrong.text()
                    : api.value(name(operation, name), schema(operation, name), random, 0)
                            .asString();
            path = path.replace("{" + name + "}", encoded(value));
        }
        return path;
    }

    /** Name of a parameter; a plain {@code id} is named after the resource in the path. */
    private static String name(Operation operation, String name) {
        return name.equals("id")
                ? operation.path().replaceAll("^/api/(public/)?|^/", "").replaceAll("/.*", "")
                : name;
    }

    private static JsonNode schema(Operation operation, String name) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .map(ApiDescription.Parameter::schema)
                .orElseGet(JsonMapper.shared()::createObjectNode);
    }

    private String query(Operation operation, RandomGenerator random, @Nullable Mutations wrong) {
        var pairs = new ArrayList<String>();
        for (var parameter : operation.parameters()) {
            var name = parameter.name();
            if (!parameter.in().equals("query") || name.equals("timeout") || random.nextInt(4) > 0) {
                continue;
            }
            var value = wrong != null && random.nextBoolean()
                    ? wrong.text()
                    : api.value(name, parameter.schema(), random, 0).toString().replaceAll("[\\[\\]\"]", "");
            pairs.add(name + "=" + encoded(value));
        }
        if (pairs.stream().anyMatch(pair -> pair.startsWith("minPosition="))) {
            pairs.add("timeout=10ms"); // keeps the test short
        }
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
